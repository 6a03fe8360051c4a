// `analysis-all`: every timed category, any and own unit, indicators and flags, on two threads.

import { choiceOf } from "../../../planning/coverage/analyse.ts";
import type { City } from "../../../planning/coverage/analysis.ts";
import { categorySummaries } from "../../../planning/coverage/categorySummaries.ts";
import { coverageRowSteps } from "../../../planning/coverage/coverageRows.ts";
import { flagSteps } from "../../../planning/coverage/flags/findFlags.ts";
import { surveyOf } from "../../../planning/coverage/surveyed.ts";
import { lastOf } from "../../../planning/steps.ts";
import {
	analyseOpened,
	createAnalysisPool,
	gapsInPool,
	openInPool,
	searchInPool,
} from "../../../server/jobs/analysisPool.ts";
import type { Figure } from "../Figure.ts";

const THREADS = 2;
const RUNS = 3;

/**
 * The city is in memory, located, attached and linked, which is done once per version of the layers and told apart as
 * `analysis-open`. The whole is timed from there to the finished analysis; its parts are timed once more by themselves.
 */
export async function analysisFigures({ city }: { readonly city: City }): Promise<Figure[]> {
	const pool = createAnalysisPool(THREADS);
	try {
		const [openS, opened] = await timed(() => openInPool(pool, city));
		let [least, flagCount, rowCount] = [Infinity, 0, 0];
		for (let run = 0; run < RUNS; run++) {
			const [seconds, analysis] = await timed(() => analyseOpened(pool, opened));
			least = Math.min(least, seconds);
			[flagCount, rowCount] = [analysis.flags.length, analysis.coverage.length];
		}
		const [surveyS, surveyed] = await timed(async () =>
			surveyOf(opened.city, opened.located, opened.attachments, choiceOf({}), opened.links),
		);
		const [searchS, searched] = await timed(() => searchInPool(pool, surveyed));
		const [gapsS, gaps] = await timed(() => gapsInPool(pool, surveyed, searched));
		const [rowsS] = await timed(async () => {
			lastOf(coverageRowSteps(surveyed, searched.times));
			categorySummaries(surveyed, searched.times);
		});
		const [flagsS] = await timed(async () => lastOf(flagSteps(surveyed, { ...searched, gaps })));
		return [
			{ id: "analysis-all", value: least, unit: "s", atMost: 5 },
			{ id: "analysis-open", value: openS, unit: "s" },
			{ id: "analysis-survey", value: surveyS, unit: "s" },
			{ id: "analysis-search", value: searchS, unit: "s" },
			{ id: "analysis-gaps", value: gapsS, unit: "s" },
			{ id: "analysis-rows", value: rowsS, unit: "s" },
			{ id: "analysis-flags", value: flagsS, unit: "s" },
			{ id: "analysis-row-count", value: rowCount, unit: "rows" },
			{ id: "analysis-flag-count", value: flagCount, unit: "flags" },
		];
	} finally {
		await pool.close();
	}
}

async function timed<T>(job: () => Promise<T>): Promise<[seconds: number, result: T]> {
	const start = performance.now();
	const result = await job();
	return [(performance.now() - start) / 1_000, result];
}
