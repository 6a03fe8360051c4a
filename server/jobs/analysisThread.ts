// Analyse in a thread of its own, so that the HTTP loop never waits for a kernel.
import { Worker } from "node:worker_threads";
import type { AnalyseOptions } from "../../planning/coverage/analyse.ts";
import type { Analysis, City } from "../../planning/coverage/analysis.ts";
import type { AnalysisNews, AnalysisOrder } from "./analysisWorker.ts";

export interface ThreadControl {
	/** Aborting ends the thread at once; the promise rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** Whole per cent, rising. */
	readonly progress?: ((pct: number) => void) | undefined;
}

/** The same as `analyse`, on a worker thread. The city is copied there, the result's arrays are handed back. */
export function analyseInThread(
	city: City,
	options: AnalyseOptions = {},
	{ signal, progress }: ThreadControl = {},
): Promise<Analysis> {
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const order: AnalysisOrder = { city, options };
		const worker = new Worker(new URL("./analysisWorker.mjs", import.meta.url), {
			workerData: order,
		});
		const onAbort = () => {
			settle(() => reject(signal?.reason));
		};
		const settle = (conclude: () => void) => {
			signal?.removeEventListener("abort", onAbort);
			worker.removeAllListeners();
			worker.on("error", () => undefined); // the answer is given; what a dying thread says no longer matters
			conclude();
			worker.terminate().catch(() => undefined);
		};
		signal?.addEventListener("abort", onAbort, { once: true });
		worker.on("message", (news: AnalysisNews) => {
			if ("pct" in news) progress?.(news.pct);
			else settle(() => resolve(news.analysis));
		});
		worker.on("error", (error) => settle(() => reject(error)));
		worker.on("exit", (code) =>
			settle(() => reject(new Error(`The analysis thread ended with code ${code}.`))),
		);
	});
}
