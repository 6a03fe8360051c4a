// Street graph → reach → coverage → flags, for every category at its own limit, any and own-unit mode.
import { CATEGORIES } from "../standards/catalogue.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Analysis, City, NearestTimes } from "./analysis.ts";
import { anyTimes } from "./anyTimes.ts";
import { categorySummaries } from "./categorySummaries.ts";
import { coverageRows } from "./coverageRows.ts";
import { findFlags } from "./flags/findFlags.ts";
import { ownTimes } from "./ownTimes.ts";
import { type Surveyed, survey } from "./surveyed.ts";
import { chooseProfiles, type ProfileChoice } from "./walkers.ts";

/** Every category's times reach at least this far, whatever its limit. */
export const MIN_HORIZON_S = 900;

export interface AnalyseOptions extends ProfileChoice {
	/** Seconds up to which walk times are kept; at least 900. */
	readonly horizonS?: number | undefined;
}

export interface AnalyseControl {
	/** Checked between categories; throws its reason. */
	readonly signal?: AbortSignal | undefined;
	readonly progress?: ((pct: number) => void) | undefined;
}

/**
 * Analyse a city. Facilities sorted by category then id, residences by id, as `City` says.
 * Cost: one attach per residence and door, one bounded search per category and per operator unit, then the flags.
 */
export function analyse(
	city: City,
	options: AnalyseOptions = {},
	control: AnalyseControl = {},
): Analysis {
	const { main } = chooseProfiles(options);
	const surveyed = survey(city, {
		...options,
		horizonS: Math.max(MIN_HORIZON_S, options.horizonS ?? 0),
	});
	control.progress?.(20);
	const times = allTimes(surveyed, control);
	const coverage = coverageRows(surveyed, times);
	control.signal?.throwIfAborted();
	control.progress?.(80);
	const flags = findFlags(surveyed, times);
	control.progress?.(100);
	return {
		profile: main.name,
		speedMPerMin: main.speedMPerMin,
		speeds: surveyed.walkers.speeds,
		residenceSpeed: surveyed.walkers.residenceSpeed,
		residenceCell: surveyed.located.residenceCell,
		residenceAttachments: surveyed.residenceAttachments,
		times,
		coverage,
		flags,
		categories: categorySummaries(surveyed, times),
		residents: city.residences.reduce((sum, { residents }) => sum + residents, 0),
		residencesNotAttached: surveyed.residenceAttachments.filter(({ edge }) => edge === NO_EDGE)
			.length,
	};
}

function allTimes(surveyed: Surveyed, control: AnalyseControl): NearestTimes[] {
	const walked = CATEGORIES.filter(({ basis }) => basis !== "presence");
	return walked.flatMap((category, done) => {
		control.signal?.throwIfAborted();
		control.progress?.(20 + Math.round((50 * done) / walked.length));
		const any = anyTimes(surveyed, category);
		const hasOwn = category.ownUnit === "yes" && surveyed.hasDivisions;
		return hasOwn ? [any, ownTimes(surveyed, category)] : [any];
	});
}
