// From times to an analysis: indicators, flags, summaries, in steps short enough for a thread that has other work.
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Analysis, NearestTimes } from "./analysis.ts";
import { categorySummaries } from "./categorySummaries.ts";
import { coverageRowSteps } from "./coverageRows.ts";
import { flagSteps } from "./flags/findFlags.ts";
import type { Severed } from "./search/results.ts";
import { partly, type Steps } from "./steps.ts";
import type { Surveyed } from "./surveyed.ts";

/** The analysis of a surveyed city whose times are known. */
export function* concludeSteps(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
	severed: ReadonlyMap<string, readonly Severed[]>,
): Steps<Analysis> {
	const { city, walkers, residenceAttachments } = surveyed;
	const coverage = yield* partly(coverageRowSteps(surveyed, times), 0, 0.15);
	yield 0.15;
	const categories = categorySummaries(surveyed, times);
	const flags = yield* partly(flagSteps(surveyed, times, severed), 0.2, 1);
	return {
		profile: walkers.profiles[0].name,
		speedMPerMin: walkers.profiles[0].speedMPerMin,
		speeds: walkers.speeds,
		residenceSpeed: walkers.residenceSpeed,
		residenceCell: surveyed.located.residenceCell,
		residenceAttachments,
		times,
		coverage,
		flags,
		categories,
		residents: city.residences.reduce((sum, { residents }) => sum + residents, 0),
		residencesNotAttached: residenceAttachments.filter(({ edge }) => edge === NO_EDGE).length,
	};
}
