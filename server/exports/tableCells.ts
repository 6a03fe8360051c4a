// A table without geometry of its own, as CSV and XLSX are: the shape becomes columns.
import type { ExportRow, ExportTable, ExportValue } from "./ExportTable.ts";
import { wktOfLine, wktOfPolygons } from "./wkt.ts";

/** Names of all columns: the table's own, then `lon` and `lat` of points, `wkt` of areas and lines. */
export function columnNames({ columns, shape }: ExportTable): string[] {
	const names = columns.map(({ name }) => name);
	if (shape === "point") return [...names, "lon", "lat"];
	return shape === "none" ? names : [...names, "wkt"];
}

/** What the row has in these columns. */
export function cellsOf({ values, lonLat, polygons, line }: ExportRow): ExportValue[] {
	if (lonLat !== undefined) return [...values, ...lonLat];
	if (polygons !== undefined) return [...values, wktOfPolygons(polygons)];
	return line === undefined ? [...values] : [...values, wktOfLine(line)];
}
