// Analyses under way in this process: asked for by many, run once each, one at a time, watched by polling.
import type { Knex } from "knex";
import { runAnalysis } from "../commands/runAnalysis.ts";
import {
	type AnalysisRequest,
	findAnalysisRun,
	optionsOf,
	type RunKey,
	runKeyOf,
} from "../queries/analysisRuns.ts";
import { requireSnapshot } from "../queries/findSnapshot.ts";
import { createAnalysisPool } from "./analysisPool.ts";

export type AnalysisState =
	| { readonly status: "done"; readonly runId: number }
	| { readonly status: "running"; readonly progressPct: number };

export interface Underway {
	readonly status: "running" | "failed";
	readonly progressPct: number;
}

export interface AnalysisJobs {
	/** The finished run, or how far it is; starts it when nobody has. A run that failed throws its error once. */
	ensure(request: AnalysisRequest): Promise<AnalysisState>;
	/** What is under way in this process, without starting anything: a share, or that it failed; null when neither. */
	underway(snapshotId: number, request: AnalysisRequest): Underway | null;
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
	/** Runs are never undone. */
	const done = new Map<string, number>();
	const closing = new AbortController();
	const pool = createAnalysisPool();
	let last: Promise<unknown> = Promise.resolve();

	return { ensure, underway, close };

	async function close(): Promise<void> {
		closing.abort(new Error("The server is closing."));
		await pool.close();
	}

	async function ensure(request: AnalysisRequest): Promise<AnalysisState> {
		const key = runKeyOf(optionsOf(request));
		const known = done.get(nameOf(request.snapshot, key));
		if (known !== undefined) return { status: "done", runId: known };
		const snapshot = await requireSnapshot(db, request.snapshot);
		const name = nameOf(snapshot.id, key);
		const runId = await findAnalysisRun(db, snapshot.id, key);
		if (runId !== null) {
			done.set(name, runId);
			return { status: "done", runId };
		}
		const waiting = jobs.get(name);
		if (waiting?.error !== undefined) {
			jobs.delete(name);
			throw waiting.error;
		}
		const job = waiting ?? begin(name, { ...request, snapshot: snapshot.id });
		return { status: "running", progressPct: job.progressPct };
	}

	function underway(snapshotId: number, request: AnalysisRequest): Underway | null {
		const job = jobs.get(nameOf(snapshotId, runKeyOf(optionsOf(request))));
		if (job === undefined) return null;
		const status = job.error === undefined ? "running" : "failed";
		return { status, progressPct: job.progressPct };
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

function nameOf(snapshotId: number | "current", key: RunKey): string {
	return JSON.stringify([snapshotId, key]);
}
