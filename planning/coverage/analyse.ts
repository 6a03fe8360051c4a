// Street graph → reach → coverage → flags, for every category at its own limit, any and own-unit mode.

import { lastOf } from "../steps.ts";
import type { Analysis, City } from "./analysis.ts";
import { concludeSteps } from "./conclude.ts";
import { coverageRowSteps } from "./coverageRows.ts";
import { gapFinderOf } from "./gaps/findGaps.ts";
import { gapJobOf } from "./gaps/gapJob.ts";
import { MIN_HORIZON_S } from "./horizon.ts";
import { searchJobOf } from "./search/job.ts";
import { emptyTimes, joinSevered, type Severed } from "./search/results.ts";
import { createSearcher } from "./search/searcher.ts";
import { searchTask } from "./search/searchTask.ts";
import { wholeTasks } from "./search/split.ts";
import { survey } from "./surveyed.ts";
import type { ProfileChoice } from "./walkers.ts";

export interface AnalyseOptions extends ProfileChoice {
	/** Seconds up to which walk times are kept; at least 900. */
	readonly horizonS?: number | undefined;
}

export interface AnalyseControl {
	/** Checked between categories; throws its reason. */
	readonly signal?: AbortSignal | undefined;
	/** Whole per cent, rising. */
	readonly progress?: ((pct: number) => void) | undefined;
}

/** How much of an analysis is done when all is attached, when all times are known, when all gaps are, in per cent. */
export const ATTACHED_PCT = 20;
export const TIMED_PCT = 60;
export const FOUND_PCT = 75;

/** The choice with its horizon. */
export function choiceOf(options: AnalyseOptions) {
	return { ...options, horizonS: Math.max(MIN_HORIZON_S, options.horizonS ?? 0) };
}

/**
 * Analyse a city here and now, in one piece. Facilities sorted by category then id, residences by id, as `City` says.
 * Cost: one attach per residence and door, one bounded search per category and per operator unit, then the flags.
 */
export function analyse(
	city: City,
	options: AnalyseOptions = {},
	{ signal, progress }: AnalyseControl = {},
): Analysis {
	const surveyed = survey(city, choiceOf(options));
	progress?.(ATTACHED_PCT);
	const job = searchJobOf(surveyed);
	const times = emptyTimes(job);
	const searcher = createSearcher(job);
	const tasks = wholeTasks(job);
	const found = tasks.map((task, done) =>
		searchTask(searcher, task, times, (share) => {
			signal?.throwIfAborted();
			const part = (done + share) / tasks.length;
			progress?.(ATTACHED_PCT + Math.floor((TIMED_PCT - ATTACHED_PCT) * part));
		}),
	);
	const severed = joinSevered(job, found);
	const findGaps = gapFinderOf(gapJobOf(surveyed, job, times));
	const gaps = new Map(
		job.categories.map(({ code }, category) => {
			signal?.throwIfAborted();
			return [code, findGaps(category, residencesOf(severed.get(code)))];
		}),
	);
	const coverage = lastOf(coverageRowSteps(surveyed, times), () => signal?.throwIfAborted());
	progress?.(FOUND_PCT);
	return lastOf(concludeSteps(surveyed, { times, severed, gaps }, coverage), (share) => {
		signal?.throwIfAborted();
		progress?.(FOUND_PCT + Math.floor((100 - FOUND_PCT) * share));
	});
}

/** Residences that are severed, ascending. */
export function residencesOf(severed: readonly Severed[] = []): Int32Array {
	return Int32Array.from(severed, ({ residence }) => residence);
}
