// A gap in the facilities (facility-gap), in numbers: clusters of attached residences beyond a category's limit that no
// barrier severs. The same cluster is without a park, a school and a market: measured once, named by its number after.
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { type ClusterFigures, clusterMeterOf } from "./clusterFigures.ts";
import { clustererOf } from "./clusters.ts";
import type { GapJob } from "./gapJob.ts";
import { medianMinutes } from "./medianMinutes.ts";
import { type PackedFigures, packFigures } from "./packed.ts";

/** Clusters of one category, by their numbers in the finder's book; those that were new come along. */
export interface GapsFound {
	/** Whose book. */
	readonly finder: number;
	readonly cluster: Uint32Array;
	/** Median walk of each in minutes; not a number where nobody's walk is known. */
	readonly medianMinutes: Float64Array;
	/** Figures of the clusters from number `firstFresh` on. */
	readonly firstFresh: number;
	readonly fresh: PackedFigures;
}

/** The gaps of a category, by its number in the search; `severed`: residences that have another cause. */
export type GapFinder = (category: number, severed: Int32Array) => GapsFound;

/** `finder` tells the finders of several threads apart. */
export function gapFinderOf(job: GapJob, finder: number): GapFinder {
	const clusters = clustererOf(job.links, job.people);
	const { profiles, residences, cellUnits } = job.search;
	const { lonLat, cell } = residences;
	const measured = clusterMeterOf({ lonLat, people: job.people, cell, cellUnits });
	const walkers = {
		speeds: profiles.map(({ speedMPerMin }) => speedMPerMin),
		residenceSpeed: residences.group,
	};
	const book = new ClusterBook();
	return (category, severed) => {
		const firstFresh = book.size;
		const fresh: ClusterFigures[] = [];
		const times = job.anyTimes[category];
		const found = clusters(gapOf(job, category, severed), THRESHOLDS.gapMinResidents.value);
		const numbers = Uint32Array.from(found, (members) => {
			const number = book.numberOf(members);
			if (number === firstFresh + fresh.length) fresh.push(measured(members));
			return number;
		});
		return {
			finder,
			cluster: numbers,
			medianMinutes: Float64Array.from(
				found,
				(members) => medianMinutes(walkers, times, members) ?? Number.NaN,
			),
			firstFresh,
			fresh: packFigures(fresh),
		};
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

/** Clusters by number, in the order of their first appearance. */
class ClusterBook {
	private readonly byFirst = new Map<number, { members: Int32Array; number: number }[]>();
	private count = 0;

	get size(): number {
		return this.count;
	}

	/** The number of a cluster; a new one gets the next. */
	numberOf(members: Int32Array): number {
		const known = this.byFirst.get(members[0]) ?? [];
		if (known.length === 0) this.byFirst.set(members[0], known);
		for (const one of known) if (isSame(one.members, members)) return one.number;
		known.push({ members, number: this.count });
		return this.count++;
	}
}

function isSame(a: Int32Array, b: Int32Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
