// The box around a shape.
import type { MultiPolygon, Polygon } from "geojson";

export type Bbox = readonly [west: number, south: number, east: number, north: number];

export function bboxOf(geometry: Polygon | MultiPolygon): Bbox {
	const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const [lon = 0, lat = 0] of parts.flat(2)) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}
