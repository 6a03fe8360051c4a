// Shapes as text (well-known text) for tables. Numbers in full, so that they read back unchanged.
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

export function wktOfPolygons(polygons: MultiPolygonRings): string {
	const parts = polygons.map((rings) => `(${rings.map(positions).join(", ")})`);
	return parts.length === 1 ? `POLYGON ${parts[0]}` : `MULTIPOLYGON (${parts.join(", ")})`;
}

export function wktOfLine(line: readonly LonLat[]): string {
	return `LINESTRING ${positions(line)}`;
}

function positions(points: readonly LonLat[]): string {
	return `(${points.map(([lon, lat]) => `${lon} ${lat}`).join(", ")})`;
}
