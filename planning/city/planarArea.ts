// Areas in plain degrees: good for shares of one cell, where the scale of latitude cancels out.
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

/** Area in square degrees, holes taken off. Ring direction does not matter. */
export function areaDeg2(polygons: MultiPolygonRings): number {
	let total = 0;
	for (const [outer, ...holes] of polygons) {
		total += ringAreaDeg2(outer);
		for (const hole of holes) total -= ringAreaDeg2(hole);
	}
	return total;
}

function ringAreaDeg2(ring: readonly LonLat[]): number {
	// Relative to the first point: 121.47² would eat the digits that matter.
	const [lon0, lat0] = ring[0];
	let twice = 0;
	for (let i = 1; i < ring.length; i++)
		twice +=
			(ring[i - 1][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[i - 1][1] - lat0);
	return Math.abs(twice) / 2;
}
