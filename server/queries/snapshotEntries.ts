// Snapshots that have people and streets, newest first, with how its analysis of a profile stands: what a date on the screen can be chosen from.
import type { Knex } from "knex";
import type { SnapshotEntry } from "../../planning/wire/figuresApi.ts";
import type { Underway } from "../jobs/analysisJobs.ts";
import { optionsOf, requestOfProfile, runKeyOf } from "./analysisRuns.ts";
import { findSnapshot } from "./findSnapshot.ts";

const MOST = 60;

interface Row {
	readonly id: number;
	readonly hash: string;
	readonly asOf: string;
	readonly finishedAt: string | null;
}

/** `underway` tells of the snapshots whose analysis is not done. */
export async function snapshotEntries(
	db: Knex,
	profile: string,
	underway: (snapshotId: number) => Underway | null,
): Promise<SnapshotEntry[]> {
	const current = await findSnapshot(db, "current");
	const key = runKeyOf(optionsOf(requestOfProfile(profile)));
	const { rows } = await db.raw<{ rows: Row[] }>(
		`
		select
		  snapshots.id,
		  snapshots.hash,
		  to_char(snapshots.as_of, 'YYYY-MM-DD') as "asOf",
		  to_char(analysis_runs.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt"
		from snapshots
		join snapshot_layers on snapshot_layers.snapshot_id = snapshots.id
		join layer_versions on layer_versions.id = snapshot_layers.layer_version_id
		join layers on layers.id = layer_versions.layer_id and layers.kind in ('streets', 'residences')
		left join analysis_runs
		  on analysis_runs.snapshot_id = snapshots.id
		  and analysis_runs.profile = ?
		  and analysis_runs.speed_m_per_min = ?
		  and analysis_runs.horizon_s = ?
		  and analysis_runs.status = 'done'
		group by snapshots.id, analysis_runs.finished_at
		having count(distinct layers.kind) = 2
		order by snapshots.id desc
		limit ?
		`,
		[key.profile, key.speedMPerMin, key.horizonS, MOST],
	);
	return rows.map(({ id, hash, asOf, finishedAt }) => {
		const waits = finishedAt === null ? underway(id) : null;
		const status = finishedAt === null ? (waits?.status ?? "none") : "done";
		const progressPct = status === "done" ? 100 : (waits?.progressPct ?? 0);
		const run = { status, progressPct, finishedAt } as const;
		return { hash, number: id, asOf, isCurrent: id === current?.id, run };
	});
}
