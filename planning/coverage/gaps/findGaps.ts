// A gap in the facilities (facility-gap), in numbers: clusters of attached residences beyond a category's limit that no
// barrier severs.
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { type Clusters, clustererOf } from "./clusters.ts";
import type { GapJob } from "./gapJob.ts";
import { medianMeterOf } from "./medianMinutes.ts";

/** Clusters of one category. */
export interface GapsFound extends Clusters {
	/** Median walk of each in minutes; not a number where nobody's walk is known. */
	readonly medianMinutes: Float64Array;
}

/** The gaps of a category, by its number in the search; `severed`: residences that have another cause. */
export type GapFinder = (category: number, severed: Int32Array) => GapsFound;

export function gapFinderOf(job: GapJob): GapFinder {
	const clusters = clustererOf(job.links, job.people);
	const { profiles, residences } = job.search;
	const walkers = {
		speeds: profiles.map(({ speedMPerMin }) => speedMPerMin),
		residenceSpeed: residences.group,
	};
	return (category, severed) => {
		const found = clusters(gapOf(job, category, severed), THRESHOLDS.gapMinResidents.value);
		const { first, members, people } = found;
		const median = medianMeterOf(walkers, job.anyTimes[category]);
		const medianMinutes = people.map(
			(_, cluster) => median(members, first[cluster], first[cluster + 1]) ?? Number.NaN,
		);
		return { ...found, medianMinutes };
	};
}

/** Attached residences beyond the limit for want of a facility, ascending; none where the city has no facility at all. */
function gapOf({ search, anyTimes }: GapJob, category: number, severed: Int32Array): Int32Array {
	const { within } = anyTimes[category];
	const { edge } = search.residences.attached;
	const gap = new Int32Array(within.length);
	if (!search.categories[category].hasFacilities) return gap.subarray(0, 0);
	let [count, next] = [0, 0];
	for (let residence = 0; residence < within.length; residence++) {
		if (severed[next] === residence) next++;
		else if (within[residence] === 0 && edge[residence] !== NO_EDGE) gap[count++] = residence;
	}
	return gap.subarray(0, count);
}
