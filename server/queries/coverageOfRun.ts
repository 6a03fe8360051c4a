// Indicators of a run, as stored; optionally of one category, mode or kind of unit.
import type { Knex } from "knex";
import type { CoverageRow } from "../../planning/coverage/analysis.ts";

export interface CoverageFilter {
	readonly category?: string;
	readonly mode?: string;
	/** Kind of unit, or `all` for the whole city. */
	readonly unitKind?: string;
	readonly unitCode?: string;
}

/** Rows in no particular order. */
export async function coverageOfRun(
	db: Knex,
	runId: number,
	{ category, mode, unitKind, unitCode }: CoverageFilter = {},
): Promise<CoverageRow[]> {
	const wanted: Record<string, string | number> = { run_id: runId };
	if (category !== undefined) wanted["category"] = category;
	if (mode !== undefined) wanted["mode"] = mode;
	if (unitKind !== undefined) wanted["unit_kind"] = unitKind;
	if (unitCode !== undefined) wanted["unit_code"] = unitCode;
	return await db("coverage_rows").where(wanted).select({
		unitKind: "coverage_rows.unit_kind",
		unitCode: "coverage_rows.unit_code",
		unitName: "coverage_rows.unit_name",
		category: "coverage_rows.category",
		mode: "coverage_rows.mode",
		limit: "coverage_rows.limit_value",
		limitUnit: "coverage_rows.limit_unit",
		denominator: "coverage_rows.denominator",
		total: "coverage_rows.total",
		covered: "coverage_rows.covered",
		pct: "coverage_rows.pct",
		notAttached: "coverage_rows.not_attached",
	});
}
