// The units of a view with their shapes, for other programs: names as in coverage.csv, WGS84 degrees.
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { ExportColumn, ExportTable } from "../exports/ExportTable.ts";
import type { View } from "./View.ts";

const text = (name: string): ExportColumn => ({ name, type: "text" });
const integer = (name: string): ExportColumn => ({ name, type: "integer" });

const COLUMNS: readonly ExportColumn[] = [
	...["unit_kind", "unit_code", "unit_name", "category", "mode"].map(text),
	integer("limit"),
	...["limit_unit", "denominator"].map(text),
	...["total", "covered"].map(integer),
	{ name: "pct", type: "number" },
	integer("not_attached"),
	...["profile", "snapshot", "as_of", "crs"].map(text),
];

/** `shapes`: territory of each unit by code. */
export function viewData(
	{ category, level, rows, limit, limits, question, snapshot }: View,
	shapes: ReadonlyMap<string, MultiPolygonRings>,
): ExportTable {
	const denominator = question.who === "all" ? "residents" : question.who;
	return {
		name: `coverage-${category.code}-${level}`,
		title: category.nameZh,
		shape: "polygons",
		columns: COLUMNS,
		rows: rows.map(({ code, name, total, covered, pct, notAttached }) => ({
			values: [
				...[level, code, name, category.code, question.mode],
				...[limit, limits.unit, denominator],
				...[total, covered, pct, notAttached],
				...[question.profile, snapshot.hash, snapshot.asOf, "EPSG:4326"],
			],
			polygons: shapes.get(code) ?? [],
		})),
	};
}
