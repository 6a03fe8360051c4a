// Analyses under way in this process: asked for by many, run once each, one at a time, watched by polling.
import type { Knex } from "knex";
import { runAnalysis } from "../commands/runAnalysis.ts";
import {
	type AnalysisRequest,
	findAnalysisRun,
	optionsOf,
	runKeyOf,
} from "../queries/analysisRuns.ts";
import { requireSnapshot } from "../queries/findSnapshot.ts";
import { createAnalysisPool } from "./analysisPool.ts";

export type AnalysisState =
	| { readonly status: "done"; readonly runId: number }
	| { readonly status: "running"; readonly progressPct: number };

export interface AnalysisJobs {
	/** The finished run, or how far it is; starts it when nobody has. A run that failed throws its error once. */
	ensure(request: AnalysisRequest): Promise<AnalysisState>;
	/** Stop what runs and start nothing more; resolves when its threads are gone. */
	close(): Promise<void>;
}

interface Job {
	progressPct: number;
	error: unknown;
}

/** Jobs of one database. Kernels take all cores and much memory, so they queue. */
export function createAnalysisJobs(db: Knex): AnalysisJobs {
	const jobs = new Map<string, Job>();
	const closing = new AbortController();
	const pool = createAnalysisPool();
	let last: Promise<unknown> = Promise.resolve();

	return { ensure, close };

	async function close(): Promise<void> {
		closing.abort(new Error("The server is closing."));
		await pool.close();
	}

	async function ensure(request: AnalysisRequest): Promise<AnalysisState> {
		const key = runKeyOf(optionsOf(request));
		const snapshot = await requireSnapshot(db, request.snapshot);
		const runId = await findAnalysisRun(db, snapshot.id, key);
		if (runId !== null) return { status: "done", runId };
		const name = JSON.stringify([snapshot.id, key]);
		const known = jobs.get(name);
		if (known?.error !== undefined) {
			jobs.delete(name);
			throw known.error;
		}
		const job = known ?? begin(name, { ...request, snapshot: snapshot.id });
		return { status: "running", progressPct: job.progressPct };
	}

	function begin(name: string, request: AnalysisRequest): Job {
		const job: Job = { progressPct: 0, error: undefined };
		jobs.set(name, job);
		const control = {
			pool,
			signal: closing.signal,
			progress: (pct: number) => {
				job.progressPct = Math.min(99, pct); // 100 is said by the stored run
			},
		};
		last = last
			.then(() => runAnalysis(db, request, control))
			.then(() => jobs.delete(name))
			.catch((error: unknown) => {
				job.error = error;
			});
		return job;
	}
}
