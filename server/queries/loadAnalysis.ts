// A stored run, read back: what the files of `analyse` are written from, whether the run is new or old.
import type { Knex } from "knex";
import type { Flag, NearestTimes } from "../../planning/coverage/analysis.ts";
import { byCoverageKey } from "../../planning/coverage/coverageRows.ts";
import { type AnalysisSummary, orderedSummary } from "../../planning/coverage/files/summaryJson.ts";
import type { WalkedTimes } from "../../planning/coverage/files/timesCsv.ts";
import { decodeColumns } from "../../planning/wire/columns.ts";
import type { ResidencesMeta, TimesMeta } from "../../planning/wire/residenceColumns.ts";
import { coverageOfRun } from "./coverageOfRun.ts";
import { type StoredFlag, type StoredPart, wholeFlags } from "./flagBodies.ts";

/** summary.json of a run. */
export async function loadSummary(db: Knex, runId: number): Promise<AnalysisSummary> {
	const row = await db("analysis_runs").where({ id: runId }).first("analysis_runs.summary");
	if (row === undefined) throw new Error(`There is no analysis run ${runId}.`);
	return orderedSummary(row.summary);
}

/** All rows of coverage.csv of a run, in its order. */
export async function loadCoverage(db: Knex, runId: number) {
	return (await coverageOfRun(db, runId)).sort(byCoverageKey);
}

/** All flags of a run, in its order. */
export async function loadFlags(db: Knex, runId: number): Promise<Flag[]> {
	const shared: StoredPart[] = await db("flag_parts")
		.where({ run_id: runId })
		.select("flag_parts.part_no", "flag_parts.body");
	const rows: StoredFlag[] = await db("flags")
		.where({ run_id: runId })
		.orderBy("flags.ordinal")
		.select("flags.body", "flags.parts");
	return wholeFlags(rows, shared);
}

/** One stored array: `residences`, or `times:CATEGORY:MODE`; null when the run has none of that name. */
export async function loadArray(db: Knex, runId: number, name: string): Promise<Uint8Array | null> {
	const row: { bytes: Buffer } | undefined = await db("analysis_arrays")
		.where({ run_id: runId, name })
		.first("analysis_arrays.bytes");
	return row === undefined ? null : new Uint8Array(row.bytes);
}

/** All times of a run; facilities counted over all facilities of the city, which come by category, then id. */
export async function loadTimes(
	db: Knex,
	runId: number,
	facilities: readonly { readonly category: string }[],
): Promise<WalkedTimes> {
	const residences = await loadArray(db, runId, "residences");
	if (residences === null) throw new Error(`Analysis run ${runId} has no residences.`);
	const { meta, columns } = decodeColumns<ResidencesMeta>(residences);
	const names: { name: string }[] = await db("analysis_arrays")
		.where({ run_id: runId })
		.andWhereLike("name", "times:%")
		.select("analysis_arrays.name");
	const times: NearestTimes[] = [];
	for (const { name } of names) {
		const bytes = await loadArray(db, runId, name);
		if (bytes !== null) times.push(timesOf(bytes, facilities));
	}
	return { times, speeds: meta.speeds, residenceSpeed: columns["speed"] as Uint8Array };
}

function timesOf(
	bytes: Uint8Array,
	facilities: readonly { readonly category: string }[],
): NearestTimes {
	const { meta, columns } = decodeColumns<TimesMeta>(bytes);
	const first = facilities.findIndex(({ category }) => category === meta.category);
	const facility = columns["facility"] as Int32Array;
	return {
		category: meta.category,
		mode: meta.mode,
		costDm: columns["costDm"] as Uint32Array,
		facility: facility.map((index) => (index < 0 ? -1 : index + first)),
		within: columns["within"] as Uint8Array,
		reason: columns["reason"] as Uint8Array,
	};
}
