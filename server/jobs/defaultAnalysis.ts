// The analysis everyone opens first runs while nobody waits for it.
import type { Knex } from "knex";
import type { Logger } from "pino";
import { requestOfProfile } from "../queries/analysisRuns.ts";
import { MOST_VERSIONS } from "../queries/coverageHistory.ts";
import { findSnapshot } from "../queries/findSnapshot.ts";
import { snapshotEntries } from "../queries/snapshotEntries.ts";
import { streetsOfSnapshot } from "../queries/streetsOfSnapshot.ts";
import type { AnalysisJobs } from "./analysisJobs.ts";

/** Of the current snapshot; without streets there is nothing to analyse. */
export async function startDefaultAnalysis(db: Knex, jobs: AnalysisJobs): Promise<void> {
	const snapshot = await findSnapshot(db, "current");
	if (snapshot === null || (await streetsOfSnapshot(db, snapshot.id)) === null) return;
	await jobs.ensure({ ...requestOfProfile("adult"), snapshot: snapshot.id });
	// then what the small lines beside figures are drawn from, where an earlier program kept it in another way
	const history = (await snapshotEntries(db, "adult", () => null)).slice(1, MOST_VERSIONS);
	for (const { number, run } of history)
		if (run.status === "none")
			await jobs.ensure({ ...requestOfProfile("adult"), snapshot: number });
}

/** The same, with nobody waiting: what goes wrong is in the log, and told to whoever asks for the figures. */
export function beginDefaultAnalysis(db: Knex, jobs: AnalysisJobs, log: Logger): void {
	startDefaultAnalysis(db, jobs).catch((error: unknown) => {
		log.error({ err: error }, "the analysis could not be queued");
	});
}
