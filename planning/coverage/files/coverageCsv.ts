// coverage.csv: the indicators of every unit, with the denominator named.
import type { CoverageRow } from "../analysis.ts";
import { csvLine } from "./csvLine.ts";

const HEADER = [
	"unit_kind",
	"unit_code",
	"unit_name",
	"category",
	"mode",
	"limit",
	"limit_unit",
	"denominator",
	"total",
	"covered",
	"pct",
	"not_attached",
];

/** Text of coverage.csv, rows in their order; shares with two decimals, empty where nothing is counted (无数据). */
export function coverageCsv(rows: readonly CoverageRow[]): string {
	const lines = rows.map((row) =>
		csvLine([
			row.unitKind,
			row.unitCode,
			row.unitName,
			row.category,
			row.mode,
			row.limit,
			row.limitUnit,
			row.denominator,
			row.total,
			row.covered,
			row.pct === null ? null : row.pct.toFixed(2),
			row.notAttached,
		]),
	);
	return csvLine(HEADER) + lines.join("");
}
