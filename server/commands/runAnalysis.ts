// Analyse a snapshot and keep the result; what was analysed the same way before is not analysed again.
import type { Knex } from "knex";
import { type AnalysisControl, analyseInPool, createAnalysisPool } from "../jobs/analysisPool.ts";
import type { WorkerPool } from "../jobs/pool/WorkerPool.ts";
import {
	type AnalysisRequest,
	findAnalysisRun,
	optionsOf,
	runKeyOf,
} from "../queries/analysisRuns.ts";
import { requireSnapshot } from "../queries/findSnapshot.ts";
import { loadCity } from "../queries/loadCity.ts";
import { storedTiling } from "../queries/storedTiling.ts";
import { storeAnalysis } from "./storeAnalysis.ts";

export interface RunOutcome {
	readonly runId: number;
	readonly isReused: boolean;
}

/**
 * On the threads of a pool, by default one of its own that it closes.
 * Refused when there is no snapshot, no streets layer, or no such profile; rejects with the signal's reason.
 */
export async function runAnalysis(
	db: Knex,
	request: AnalysisRequest,
	{ pool: given, ...control }: AnalysisControl & { readonly pool?: WorkerPool | undefined } = {},
): Promise<RunOutcome> {
	const options = optionsOf(request);
	const key = runKeyOf(options);
	const snapshot = await requireSnapshot(db, request.snapshot);
	const known = await findAnalysisRun(db, snapshot.id, key);
	if (known !== null) return { runId: known, isReused: true };
	const { city: loaded } = await loadCity(db, snapshot.id);
	const tiling = await storedTiling(db, snapshot.id);
	const city = tiling === null ? loaded : { ...loaded, tiling };
	const pool = given ?? createAnalysisPool();
	try {
		const analysis = await analyseInPool(pool, city, options, control);
		control.signal?.throwIfAborted();
		return { runId: await storeAnalysis(db, snapshot, key, { city, analysis }), isReused: false };
	} finally {
		if (given === undefined) await pool.close();
	}
}
