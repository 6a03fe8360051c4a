// The area that two territories share, in square degrees: for shares of one cell, nothing else.
import { Area } from "../geo/Area.ts";
import type { MultiPolygonRings } from "../geo/LonLat.ts";

/** Shared area, whatever the shapes: boundaries that cross themselves count where an odd number of turns lie around. */
export function sharedAreaDeg2(a: MultiPolygonRings, b: MultiPolygonRings): number {
	return areaOf(a).overlay(areaOf(b)).shared;
}

/** A territory in plain degrees, ready for comparing. */
export function areaOf(polygons: MultiPolygonRings): Area {
	return new Area(polygons.map((rings) => rings.map((ring) => Float64Array.from(ring.flat()))));
}
