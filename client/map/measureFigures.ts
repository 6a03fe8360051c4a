// What a drawn line or ring measures, on the ellipsoid.
import { areaM2 } from "../../planning/city/geodesicArea.ts";
import { distanceM } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";

/** Length of a line through the points, metres. */
export function lengthM(points: readonly LonLat[]): number {
	let sumM = 0;
	points.forEach((point, i) => {
		const before = points[i - 1];
		if (before !== undefined) sumM += distanceM(before, point);
	});
	return sumM;
}

/** Area of the ring through the points, square metres; 0 with fewer than three. */
export function ringAreaOf(points: readonly LonLat[]): number {
	const [first] = points;
	return first === undefined || points.length < 3 ? 0 : areaM2([[[...points, first]]]);
}
