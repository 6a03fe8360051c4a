// Coverage of one category and mode at one level, in the order of coverage.csv.
import type { Knex } from "knex";
import type { CoverageRow } from "../../planning/coverage/analysis.ts";
import { byCoverageKey } from "../../planning/coverage/coverageRows.ts";
import { coverageOfRun } from "./coverageOfRun.ts";

export interface LevelQuestion {
	readonly category: string;
	readonly mode: "any" | "own";
	/** Kind of unit, or `all` for the whole city. */
	readonly level: string;
}

export async function coverageOfLevel(
	db: Knex,
	runId: number,
	{ category, mode, level }: LevelQuestion,
): Promise<CoverageRow[]> {
	const rows = await coverageOfRun(db, runId, { category, mode, unitKind: level });
	return rows.sort(byCoverageKey);
}
