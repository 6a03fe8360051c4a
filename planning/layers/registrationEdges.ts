// Borders of a file against the committed ones, for files whose areas have neither a known code nor a known name.
import Flatbush from "flatbush";
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { RegistrationItem } from "./registrationItem.ts";

/** Positions of borders that are looked at. */
const MOST_POINTS = 2_000;
/** Search radii, metres; what is farther counts as this far. */
const RADII_M = [2, 20, 200, 2_000];
const FAR_M = 2_000;

export interface BorderPoint {
	readonly at: LonLat;
	/** Of the area whose border it is on. */
	readonly name: string;
}

/** Positions of the outlines of a file that `isWanted`, spread evenly when there are too many. */
export function borderPoints(
	sample: readonly RegistrationItem[],
	isWanted: (at: LonLat) => boolean,
): BorderPoint[] {
	const all: BorderPoint[] = [];
	for (const { line = [], name } of sample)
		for (const at of line) if (isWanted(at)) all.push({ at, name: name ?? "" });
	const step = Math.max(1, all.length / MOST_POINTS);
	return Array.from({ length: Math.floor(all.length / step) }, (_, i) => all[Math.floor(i * step)]);
}

/** The committed borders, to be asked how far the nearest is. */
export class BorderIndex {
	private readonly ends: Float64Array;
	private readonly tree: Flatbush | null;
	private readonly lonM: number;
	private readonly latM: number;

	constructor(reference: readonly RegistrationItem[]) {
		const lines = reference.flatMap(({ line = [] }) => (line.length > 1 ? [line] : []));
		const { lonM, latM } = metresPerDegree(lines[0]?.[0][1] ?? 0);
		this.lonM = lonM;
		this.latM = latM;
		const ends = lines.flatMap((line) =>
			line.slice(1).flatMap(([lon, lat], i) => [...this.planar(line[i]), lon * lonM, lat * latM]),
		);
		this.ends = Float64Array.from(ends);
		this.tree = ends.length === 0 ? null : this.indexed();
	}

	get isEmpty(): boolean {
		return this.tree === null;
	}

	/** Is a place in the box of what is committed, so that borders can be compared there? */
	isAround(place: LonLat): boolean {
		if (this.tree === null) return false;
		const { minX, minY, maxX, maxY } = this.tree;
		const [x, y] = this.planar(place);
		return x >= minX && x <= maxX && y >= minY && y <= maxY;
	}

	/** Metres to the nearest committed border, at most 2,000. */
	distanceM(place: LonLat): number {
		const [x, y] = this.planar(place);
		for (const radiusM of RADII_M) {
			const found = this.tree?.search(x - radiusM, y - radiusM, x + radiusM, y + radiusM) ?? [];
			const nearestM = Math.min(...found.map((edge) => this.edgeDistanceM(edge, x, y)), Infinity);
			if (nearestM <= radiusM) return nearestM;
		}
		return FAR_M;
	}

	private planar([lon, lat]: LonLat): [x: number, y: number] {
		return [lon * this.lonM, lat * this.latM];
	}

	private edgeDistanceM(edge: number, x: number, y: number): number {
		const [ax, ay, bx, by] = this.ends.subarray(4 * edge, 4 * edge + 4);
		const [dx, dy] = [bx - ax, by - ay];
		const length2 = dx * dx + dy * dy;
		const share = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
		const along = Math.min(1, Math.max(0, share));
		return Math.hypot(x - ax - along * dx, y - ay - along * dy);
	}

	private indexed(): Flatbush {
		const tree = new Flatbush(this.ends.length / 4);
		for (let i = 0; i < this.ends.length; i += 4) {
			const [ax, ay, bx, by] = this.ends.subarray(i, i + 4);
			tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
		}
		tree.finish();
		return tree;
	}
}
