/** A position: WGS84 degrees, longitude first, as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

/** Rings of one polygon, the outer first; each ring closed, in [lon, lat]. */
export type PolygonRings = readonly (readonly LonLat[])[];

/** The parts of a territory: one or more polygons. */
export type MultiPolygonRings = readonly PolygonRings[];
