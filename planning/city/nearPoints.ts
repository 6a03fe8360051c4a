// Straight-line neighbours of a place among many points, exact on the ellipsoid.
import Flatbush from "flatbush";
import { distanceM, metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";

export interface NearPoint {
	readonly index: number;
	readonly distanceM: number;
}

export interface PointIndex {
	/** Points at most `radiusM` away, nearest first; equal distances by index. */
	within(place: LonLat, radiusM: number): NearPoint[];
	/** Indices of the same points and of some that are farther, in no order: for those who test them by other means. */
	about(place: LonLat, radiusM: number): number[];
	/** The `count` nearest points, about: the order is that of a local plane. */
	nearest(place: LonLat, count: number): NearPoint[];
}

/** Wider than the plane's error in any one city, so that no point is missed before the exact test. */
const PLANE_MARGIN = 1.02;

/** Index points; cost n log n. */
export function indexPoints(points: readonly LonLat[]): PointIndex {
	if (points.length === 0) return { within: () => [], about: () => [], nearest: () => [] };
	const meanLat = points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
	const { lonM, latM } = metresPerDegree(meanLat);
	const tree = new Flatbush(points.length);
	for (const [lon, lat] of points) tree.add(lon * lonM, lat * latM);
	tree.finish();
	const measured = (place: LonLat, found: readonly number[]) =>
		found
			.map((index) => ({ index, distanceM: distanceM(place, points[index]) }))
			.sort((a, b) => a.distanceM - b.distanceM || a.index - b.index);
	const about = (place: LonLat, radiusM: number) => {
		const [x, y, reachM] = [place[0] * lonM, place[1] * latM, radiusM * PLANE_MARGIN];
		return tree.search(x - reachM, y - reachM, x + reachM, y + reachM);
	};
	return {
		about,
		within: (place, radiusM) =>
			measured(place, about(place, radiusM)).filter((near) => near.distanceM <= radiusM),
		nearest: (place, count) =>
			measured(place, tree.neighbors(place[0] * lonM, place[1] * latM, count)),
	};
}
