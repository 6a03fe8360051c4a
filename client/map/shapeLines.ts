// The lines a shape is drawn with: rings of areas, lines, single points. Pure.
import type { Geometry, Position } from "geojson";

export interface ShapeLines {
	readonly kind: "area" | "line" | "point";
	readonly lines: readonly (readonly Position[])[];
}

export function linesOf(geometry: Geometry): ShapeLines {
	switch (geometry.type) {
		case "Polygon":
			return { kind: "area", lines: geometry.coordinates };
		case "MultiPolygon":
			return { kind: "area", lines: geometry.coordinates.flat() };
		case "LineString":
			return { kind: "line", lines: [geometry.coordinates] };
		case "MultiLineString":
			return { kind: "line", lines: geometry.coordinates };
		case "Point":
			return { kind: "point", lines: [[geometry.coordinates]] };
		case "MultiPoint":
			return { kind: "point", lines: geometry.coordinates.map((at) => [at]) };
		case "GeometryCollection": {
			const parts = geometry.geometries.map(linesOf);
			return { kind: parts[0]?.kind ?? "point", lines: parts.flatMap(({ lines }) => lines) };
		}
	}
}

/** West, south, east, north of shapes; null for none. */
export function bboxOfShapes(
	shapes: readonly { readonly geometry: Geometry | null }[],
): [number, number, number, number] | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of shapes) {
		if (geometry === null) continue;
		for (const line of linesOf(geometry).lines)
			for (const [lon = 0, lat = 0] of line) {
				west = Math.min(west, lon);
				east = Math.max(east, lon);
				south = Math.min(south, lat);
				north = Math.max(north, lat);
			}
	}
	return west > east ? null : [west, south, east, north];
}
