// Areas and boxes in plain degrees: good for shares of one cell, where the scale of latitude cancels out.
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Area in square degrees, holes taken off. Ring direction does not matter. */
export function areaDeg2(polygons: MultiPolygonRings): number {
	let total = 0;
	for (const [outer, ...holes] of polygons) {
		total += ringAreaDeg2(outer);
		for (const hole of holes) total -= ringAreaDeg2(hole);
	}
	return total;
}

/** West, south, east, north. */
export function boundsOf(polygons: MultiPolygonRings): Bounds {
	let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const [outer] of polygons)
		for (const [lon, lat] of outer) {
			west = Math.min(west, lon);
			south = Math.min(south, lat);
			east = Math.max(east, lon);
			north = Math.max(north, lat);
		}
	return [west, south, east, north];
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
