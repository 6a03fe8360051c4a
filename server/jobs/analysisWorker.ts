// The far side of analysisThread.ts: one analysis, its progress, its result; arrays are handed over, not copied.
import { parentPort, workerData } from "node:worker_threads";
import { type AnalyseOptions, analyse } from "../../planning/coverage/analyse.ts";
import type { Analysis, City } from "../../planning/coverage/analysis.ts";

export interface AnalysisOrder {
	readonly city: City;
	readonly options: AnalyseOptions;
}
export type AnalysisNews = { readonly pct: number } | { readonly analysis: Analysis };

const { city, options } = workerData as AnalysisOrder;
const say = (news: AnalysisNews, handOver: readonly ArrayBuffer[] = []) =>
	parentPort?.postMessage(news, [...handOver]);

const analysis = analyse(city, options, { progress: (pct) => say({ pct }) });
say({ analysis }, [...new Set(analysis.times.flatMap(buffersOf))]);

function buffersOf({ costDm, facility, within, reason }: Analysis["times"][number]): ArrayBuffer[] {
	return [costDm, facility, within, reason].map((array) => array.buffer as ArrayBuffer);
}
