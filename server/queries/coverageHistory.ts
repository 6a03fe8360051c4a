// Shares of a category over the snapshots whose analysis is done: what a small line beside a unit is drawn from.
import type { Knex } from "knex";
import type { History } from "../../planning/wire/figuresApi.ts";
import { optionsOf, requestOfProfile, runKeyOf } from "./analysisRuns.ts";
import { coverageOfRun } from "./coverageOfRun.ts";

export const MOST_VERSIONS = 6;

export interface HistoryQuestion {
	readonly category: string;
	readonly mode: "any" | "own";
	readonly level: string;
	readonly profile: string;
}

/** Up to the snapshot of a number, oldest first. */
export async function coverageHistory(
	db: Knex,
	snapshotId: number,
	{ profile, category, mode, level }: HistoryQuestion,
): Promise<History> {
	const runs = await finishedRuns(db, snapshotId, profile);
	const pct = new Map<string, (number | null)[]>();
	for (const [version, { runId }] of runs.entries())
		for (const unitKind of [level, "all"])
			for (const row of await coverageOfRun(db, runId, { category, mode, unitKind })) {
				const slots = pct.get(row.unitCode) ?? runs.map(() => null);
				slots[version] = row.pct;
				pct.set(row.unitCode, slots);
			}
	return {
		versions: runs.map(({ hash, number, asOf }) => ({ hash, number, asOf })),
		pct: Object.fromEntries(pct),
	};
}

interface FinishedRunRow {
	readonly runId: number;
	readonly hash: string;
	readonly number: number;
	readonly asOf: string;
}

async function finishedRuns(
	db: Knex,
	snapshotId: number,
	profile: string,
): Promise<FinishedRunRow[]> {
	const key = runKeyOf(optionsOf(requestOfProfile(profile)));
	const { rows } = await db.raw<{ rows: FinishedRunRow[] }>(
		`
		select
		  analysis_runs.id as "runId",
		  snapshots.hash,
		  snapshots.id as number,
		  to_char(snapshots.as_of, 'YYYY-MM-DD') as "asOf"
		from analysis_runs
		join snapshots on snapshots.id = analysis_runs.snapshot_id
		where analysis_runs.snapshot_id <= ?
		  and analysis_runs.profile = ?
		  and analysis_runs.speed_m_per_min = ?
		  and analysis_runs.horizon_s = ?
		  and analysis_runs.status = 'done'
		order by snapshots.id desc
		limit ?
		`,
		[snapshotId, key.profile, key.speedMPerMin, key.horizonS, MOST_VERSIONS],
	);
	return rows.reverse();
}
