// From findings to an analysis: flags and summaries beside the indicators, in steps short enough for a thread that has
// other work.

import { partly, type Steps } from "../steps.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Analysis, CoverageRow } from "./analysis.ts";
import { categorySummaries } from "./categorySummaries.ts";
import type { Findings } from "./flags/evidence.ts";
import { flagSteps } from "./flags/findFlags.ts";
import type { Surveyed } from "./surveyed.ts";

/** The analysis of a surveyed city whose times, severances, gaps and indicators are known. */
export function* concludeSteps(
	surveyed: Surveyed,
	findings: Findings,
	coverage: readonly CoverageRow[],
): Steps<Analysis> {
	const { city, walkers, residenceAttachments } = surveyed;
	const { times } = findings;
	const categories = categorySummaries(surveyed, times);
	const flags = yield* partly(flagSteps(surveyed, findings), 0.1, 1);
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
