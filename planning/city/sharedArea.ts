// The area that two territories share, in square degrees: for shares of one cell, nothing else.
import type { MultiPolygonRings } from "../geo/LonLat.ts";
import { overlapArea, type PlanarPolygon } from "../geo/overlapArea.ts";

/** Shared area, whatever the shapes: boundaries that cross themselves count where an odd number of turns lie around. */
export function sharedAreaDeg2(a: MultiPolygonRings, b: MultiPolygonRings): number {
	return overlapArea(a.map(planar), b.map(planar));
}

function planar(rings: MultiPolygonRings[number]): PlanarPolygon {
	return rings.map((ring) => ring.flat());
}
