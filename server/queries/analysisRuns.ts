// Which run answers a request: the same snapshot, profile, speed and horizon give the same figures, so once is enough.
import type { Knex } from "knex";
import type { AnalyseOptions } from "../../planning/coverage/analyse.ts";
import { MIN_HORIZON_S, SCREEN_HORIZON_S } from "../../planning/coverage/horizon.ts";
import { chooseProfiles } from "../../planning/coverage/walkers.ts";
import { PROFILES, profileNamed } from "../../planning/reach/profiles.ts";
import { Refused } from "../errors.ts";

/** What a person asks for; nothing asked means adult on foot, villages by slow travel (慢行). */
export interface AnalysisRequest {
	readonly snapshot: number | "current";
	/** A profile asked for by name holds for everyone. */
	readonly profile?: string | undefined;
	readonly speedMPerMin?: number | undefined;
	readonly limitS?: number | undefined;
}

/** The columns that make a run the only one of its kind. */
export interface RunKey {
	/** `adult` when villages travel slowly, `adult:all` when the profile holds for everyone. */
	readonly profile: string;
	readonly speedMPerMin: number;
	readonly horizonS: number;
}

/** A profile of a screen: the default profile is what the command line does without `--profile`, with longer walks kept. */
export function requestOfProfile(profile: string): AnalysisRequest {
	return {
		snapshot: "current",
		profile: profile === "adult" ? undefined : profile,
		limitS: SCREEN_HORIZON_S,
	};
}

/** Options for the kernels. Refused when no profile has the name. */
export function optionsOf({ profile, speedMPerMin, limitS }: AnalysisRequest): AnalyseOptions {
	const named = profile === undefined ? undefined : profileNamed(profile);
	if (profile !== undefined && named === undefined) {
		const names = PROFILES.map(({ name }) => name).join(", ");
		throw new Refused("profile.unknown", {
			zh: `没有出行方式“${profile}”。可用：${names}。`,
			en: `There is no profile “${profile}”. Known: ${names}.`,
		});
	}
	return { profile: named, speedMPerMin, horizonS: Math.max(MIN_HORIZON_S, limitS ?? 0) };
}

export function runKeyOf(options: AnalyseOptions): RunKey {
	const { main, village } = chooseProfiles(options);
	return {
		profile: village === null ? `${main.name}:all` : main.name,
		speedMPerMin: main.speedMPerMin,
		horizonS: options.horizonS ?? MIN_HORIZON_S,
	};
}

/** Id of the finished run of a snapshot, or null. */
export async function findAnalysisRun(
	db: Knex,
	snapshotId: number,
	key: RunKey,
): Promise<number | null> {
	const { rows } = await db.raw<{ rows: { id: number }[] }>(
		`
		select analysis_runs.id
		from analysis_runs
		where analysis_runs.snapshot_id = ?
		  and analysis_runs.profile = ?
		  and analysis_runs.speed_m_per_min = ?
		  and analysis_runs.horizon_s = ?
		  and analysis_runs.status = 'done'
		`,
		[snapshotId, key.profile, key.speedMPerMin, key.horizonS],
	);
	return rows[0]?.id ?? null;
}
