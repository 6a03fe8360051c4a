// What the clusters of an analysis are found from, as plain arrays: threads share them.
import type { NearestTimes } from "../analysis.ts";
import type { SearchJob } from "../search/job.ts";
import type { Surveyed } from "../surveyed.ts";
import type { Links } from "./links.ts";

export interface GapJob {
	readonly search: Pick<SearchJob, "profiles" | "residences" | "cellUnits" | "categories">;
	/** People of each residence. */
	readonly people: Float64Array;
	readonly links: Links;
	/** Of the any mode, one per category of the search, in its order. */
	readonly anyTimes: readonly NearestTimes[];
}

export function gapJobOf(
	{ residents, links }: Surveyed,
	{ profiles, residences, cellUnits, categories }: SearchJob,
	times: readonly NearestTimes[],
): GapJob {
	return {
		search: { profiles, residences, cellUnits, categories },
		people: residents,
		links: links(),
		anyTimes: times.filter(({ mode }) => mode === "any"),
	};
}
