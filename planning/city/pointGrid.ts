// Points in square bins: for asking again and again which points lie near a place. Exact on the ellipsoid.
import { distanceM, metresPerDegree } from "../geo/ellipsoid.ts";

/** Wider than the plane's error in any one city, so that no point is missed before the exact test. */
const PLANE_MARGIN = 1.02;
const MOST_BINS_PER_POINT = 4;

/** Points in bins of one plane. */
export class PointGrid {
	private readonly lonLat: Float64Array;
	private readonly lonM: number;
	private readonly latM: number;
	private readonly binM: number;
	private readonly west: number;
	private readonly south: number;
	private readonly columns: number;
	private readonly rows: number;
	/** Points of bin b are `order[first[b]] … order[first[b + 1] − 1]`, ascending. */
	private readonly first: Uint32Array;
	private readonly order: Uint32Array;

	/** `lonLat`: lon, lat of each point. `binM`: about the radius that will be asked for; wider where points are few. */
	constructor(lonLat: Float64Array, binM: number) {
		const count = lonLat.length / 2;
		let latSum = 0;
		for (let i = 0; i < count; i++) latSum += lonLat[2 * i + 1];
		const { lonM, latM } = metresPerDegree(count > 0 ? latSum / count : 0);
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let i = 0; i < count; i++) {
			west = Math.min(west, lonLat[2 * i] * lonM);
			east = Math.max(east, lonLat[2 * i] * lonM);
			south = Math.min(south, lonLat[2 * i + 1] * latM);
			north = Math.max(north, lonLat[2 * i + 1] * latM);
		}
		const [width, height] = count > 0 ? [east - west, north - south] : [0, 0];
		let sideM = binM;
		while ((width / sideM + 1) * (height / sideM + 1) > MOST_BINS_PER_POINT * count + 16)
			sideM *= 2;
		this.lonLat = lonLat;
		this.lonM = lonM;
		this.latM = latM;
		this.binM = sideM;
		this.west = west;
		this.south = south;
		this.columns = Math.floor(width / sideM) + 1;
		this.rows = Math.floor(height / sideM) + 1;
		this.first = new Uint32Array(this.columns * this.rows + 1);
		const binOf = new Uint32Array(count);
		for (let i = 0; i < count; i++) {
			binOf[i] =
				this.row(lonLat[2 * i + 1] * latM) * this.columns + this.column(lonLat[2 * i] * lonM);
			this.first[binOf[i] + 1]++;
		}
		for (let bin = 0; bin + 1 < this.first.length; bin++) this.first[bin + 1] += this.first[bin];
		const next = this.first.slice();
		this.order = new Uint32Array(count);
		for (let i = 0; i < count; i++) this.order[next[binOf[i]]++] = i;
	}

	/** Visit every point at most `radiusM` from a place with its distance, in no particular order. */
	within(
		lon: number,
		lat: number,
		radiusM: number,
		visit: (index: number, distanceM: number) => void,
	): void {
		if (this.order.length === 0) return;
		const { lonLat, lonM, latM, first, order } = this;
		const [x, y, reachM] = [lon * lonM, lat * latM, radiusM * PLANE_MARGIN];
		const [fromColumn, toColumn] = [this.column(x - reachM), this.column(x + reachM)];
		const [fromRow, toRow] = [this.row(y - reachM), this.row(y + reachM)];
		const place = [lon, lat] as const;
		for (let row = fromRow; row <= toRow; row++) {
			const end = first[row * this.columns + toColumn + 1];
			for (let k = first[row * this.columns + fromColumn]; k < end; k++) {
				const i = order[k];
				const dx = lonLat[2 * i] * lonM - x;
				const dy = lonLat[2 * i + 1] * latM - y;
				if (dx * dx + dy * dy > reachM * reachM) continue;
				const apartM = distanceM(place, [lonLat[2 * i], lonLat[2 * i + 1]]);
				if (apartM <= radiusM) visit(i, apartM);
			}
		}
	}

	/** The other point nearest to a point in the plane, and how far; -1 when it is the only one. Ties: the smaller index. */
	nearestOther(index: number): number {
		const { lonLat, lonM, latM, first, order, columns, rows, binM } = this;
		const [x, y] = [lonLat[2 * index] * lonM, lonLat[2 * index + 1] * latM];
		const [column, row] = [this.column(x), this.row(y)];
		let best = -1;
		let bestM2 = Infinity;
		const most = Math.max(columns, rows);
		for (let ring = 0; ring <= most && bestM2 > ((ring - 1) * binM) ** 2; ring++)
			for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
				const isEdgeRow = r === row - ring || r === row + ring;
				const step = isEdgeRow || ring === 0 ? 1 : 2 * ring;
				for (let c = column - ring; c <= column + ring; c += step) {
					if (c < 0 || c >= columns) continue;
					const bin = r * columns + c;
					for (let k = first[bin]; k < first[bin + 1]; k++) {
						const i = order[k];
						if (i === index) continue;
						const dx = lonLat[2 * i] * lonM - x;
						const dy = lonLat[2 * i + 1] * latM - y;
						const m2 = dx * dx + dy * dy;
						if (m2 > bestM2 || (m2 === bestM2 && i > best)) continue;
						best = i;
						bestM2 = m2;
					}
				}
			}
		return best;
	}

	private column(x: number): number {
		return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.west) / this.binM)));
	}

	private row(y: number): number {
		return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.south) / this.binM)));
	}
}
