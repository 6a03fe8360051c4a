// How new divisions of one level fit the levels in force.
import type { Knex } from "knex";
import type { UnitRecord } from "../../planning/city/records.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import { nestingIssues } from "../../planning/partition/nestingIssues.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadUnits } from "../queries/loadRecords.ts";

/** Misfits between the records, all of one level, and the current divisions of the other levels. */
export async function judgeNesting(db: Knex, records: readonly UnitRecord[]): Promise<Issue[]> {
	const level = records[0]?.kind;
	if (level === undefined) return [];
	const others = (await currentLayers(db)).filter(
		({ kind, scope }) => kind === "divisions" && scope !== level,
	);
	if (others.length === 0) return [];
	const units = await loadUnits(
		db,
		others.map(({ id }) => id),
	);
	return nestingIssues([...records, ...units], level);
}
