// Where a place lies on paper: the plane that is true to scale along the middle meridian of the map, north up.
import { type Box, boxAround } from "../../../planning/geo/box.ts";
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";
import { eastNorthM } from "../../../planning/geo/transverseMercator.ts";
import { mm, type PaperBox, type PaperPoint } from "./svg.ts";

export interface PaperFrame {
	readonly box: PaperBox;
	readonly metresPerMm: number;
	toPaper(place: LonLat): PaperPoint;
}

/** Fits the places into a box, with a margin around them. */
export function paperFrame(places: Iterable<LonLat>, box: PaperBox, marginMm: number): PaperFrame {
	const [west, south, east, north] = boxAround(places, 0);
	const centralLon = (west + east) / 2;
	const corners = cornersOf([west, south, east, north]).map((at) => eastNorthM(centralLon, at));
	const [easts, norths] = [corners.map(([eastM]) => eastM), corners.map(([, northM]) => northM)];
	const [westM, eastM] = [Math.min(...easts), Math.max(...easts)];
	const [southM, northM] = [Math.min(...norths), Math.max(...norths)];
	const metresPerMm = Math.max(
		(eastM - westM) / (box.widthMm - 2 * marginMm),
		(northM - southM) / (box.heightMm - 2 * marginMm),
		0.01, // one place alone
	);
	const [middleEastM, middleNorthM] = [(westM + eastM) / 2, (southM + northM) / 2];
	const [xMm, yMm] = [box.xMm + box.widthMm / 2, box.yMm + box.heightMm / 2];
	return {
		box,
		metresPerMm,
		toPaper(place) {
			const [atEastM, atNorthM] = eastNorthM(centralLon, place);
			return [
				xMm + (atEastM - middleEastM) / metresPerMm,
				yMm - (atNorthM - middleNorthM) / metresPerMm,
			];
		},
	};
}

/** Nearer than this, two corners of a line are one on paper. */
const FINEST_MM = 0.1;

/** `d` of a path along a line. */
export function linePath({ toPaper }: PaperFrame, line: readonly LonLat[]): string {
	const corners: PaperPoint[] = [];
	line.forEach((place, i) => {
		const at = toPaper(place);
		const last = corners.at(-1);
		const isNear = last !== undefined && Math.hypot(at[0] - last[0], at[1] - last[1]) < FINEST_MM;
		if (!isNear || i === line.length - 1) corners.push(at);
	});
	return `M${corners.map(([xMm, yMm]) => `${mm(xMm)} ${mm(yMm)}`).join("L")}`;
}

/** `d` of a path around territories; to be filled even-odd. */
export function areaPath(frame: PaperFrame, polygons: MultiPolygonRings): string {
	return polygons.flatMap((rings) => rings.map((ring) => `${linePath(frame, ring)}Z`)).join("");
}

function cornersOf([west, south, east, north]: Box): LonLat[] {
	const middle = (west + east) / 2;
	return [west, middle, east].flatMap((lon): LonLat[] => [
		[lon, south],
		[lon, north],
	]);
}
