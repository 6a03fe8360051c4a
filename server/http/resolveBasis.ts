// What an answer stands on: the snapshot that is asked for, else the current one, and a finished analysis of it, which is
// started when there is none.
import type { Knex } from "knex";
import type { Logger } from "pino";
import type { Running } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";
import type { AnalysisJobs } from "../jobs/analysisJobs.ts";
import { requestOfProfile } from "../queries/analysisRuns.ts";
import { findSnapshot, type Snapshot } from "../queries/findSnapshot.ts";
import { momentary } from "../queries/momentary.ts";
import { remembered } from "../queries/remembered.ts";
import { snapshotOfHash } from "../queries/snapshotOfHash.ts";
import { streetsOfSnapshot } from "../queries/streetsOfSnapshot.ts";
import type { FinishedRun, Route } from "./Route.ts";

export interface ResolvedBasis {
	readonly snapshot?: Snapshot;
	readonly run?: FinishedRun;
	readonly running?: Running;
}
export type BasisResolver = (route: Route, query: unknown) => Promise<ResolvedBasis>;

/** How long a commit of another process may go unseen. */
const KEPT_MS = 1_000;
const currentSnapshot = momentary(KEPT_MS, findSnapshot);
const snapshotByHash = remembered(16, snapshotOfHash);

/** Refused 409 `city.empty` without data, 409 `analysis.failed` with the reason when the analysis failed. */
export function basisResolver(db: Knex, jobs: AnalysisJobs, log: Logger): BasisResolver {
	return async (route, query) => {
		if (route.basis === "nothing") return {};
		const { snapshot: hash } = (query ?? {}) as { snapshot?: string };
		const snapshot = await (hash === undefined
			? currentSnapshot(db, "current")
			: snapshotByHash(db, hash));
		if (snapshot === null)
			throw empty("路网、区划、设施和居住点", "streets, divisions, facilities, residences");
		if (route.basis === "snapshot") return { snapshot };
		if ((await streetsOfSnapshot(db, snapshot.id)) === null) throw empty("路网", "streets");
		const { profile } = query as { profile: string };
		const request = { ...requestOfProfile(profile), snapshot: snapshot.id };
		const state = await jobs.ensure(request).catch((error: unknown) => {
			log.error({ err: error, profile }, "an analysis failed");
			throw failed(error);
		});
		if (state.status === "done") return { snapshot, run: { id: state.runId } };
		return { snapshot, running: { status: "running", progressPct: state.progressPct } };
	};
}

export function isRunning(basis: ResolvedBasis): basis is ResolvedBasis & { running: Running } {
	return basis.running !== undefined;
}

function empty(zh: string, en: string): Refused {
	return new Refused(
		"city.empty",
		{
			zh: `还没有数据。请先导入${zh}：npx jiequan import …`,
			en: `There is no data yet. Import ${en} first: npx jiequan import …`,
		},
		{ status: 409 },
	);
}

function failed(error: unknown): Refused {
	if (error instanceof Refused) return new Refused(error.code, error.words, { status: 409 });
	return new Refused(
		"analysis.failed",
		{
			zh: "分析没有完成，原因已记入日志；再次打开会重新分析。",
			en: "The analysis did not finish; the log says why. Asking again starts it anew.",
		},
		{ status: 409 },
	);
}
