// From times to an analysis: indicators, flags, summaries, in steps short enough for a thread that has other work.
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Analysis, NearestTimes } from "./analysis.ts";
import { categorySummaries } from "./categorySummaries.ts";
import { coverageRows } from "./coverageRows.ts";
import { flagSteps } from "./flags/findFlags.ts";
import type { Severed } from "./search/results.ts";
import type { Surveyed } from "./surveyed.ts";

/** Steps that yield the share done, 0 to 1, and return a result at last. */
export type Steps<T> = Generator<number, T, void>;

/** The analysis of a surveyed city whose times are known. */
export function* concludeSteps(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
	severed: ReadonlyMap<string, readonly Severed[]>,
): Steps<Analysis> {
	const { city, walkers, residenceAttachments } = surveyed;
	yield 0;
	const coverage = coverageRows(surveyed, times);
	yield 0.1;
	const categories = categorySummaries(surveyed, times);
	const flags = yield* within(flagSteps(surveyed, times, severed), 0.2, 1);
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

/** Steps as the part `from … to` of longer ones. */
function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		yield from + step.value * (to - from);
	}
}

/** Take all steps at once. */
export function lastOf<T>(steps: Steps<T>, between: (share: number) => void = () => undefined): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) {
			between(1);
			return step.value;
		}
		between(step.value);
	}
}
