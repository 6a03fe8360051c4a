// What one thread needs to search: the job, its streets as each group of walkers may use them, its barriers.
import { attachmentAt, attachmentObjects } from "../../reach/attachments.ts";
import { type Reach, type ReachArrays, reachArrays, reachOn } from "../../reach/reach.ts";
import { once } from "../../steps.ts";
import { type BarrierIndex, indexBarriers } from "../../streets/barrierIndex.ts";
import type { SearchJob } from "./job.ts";

export interface Searcher {
	readonly job: SearchJob;
	readonly barriers: BarrierIndex;
	/** The reach of a group of walkers; made when first asked for. */
	reachOf(group: number): Reach;
}

/**
 * Not to be shared between threads: it holds the searches' memory. What was prepared by `prepareGroup`, one per group,
 * may be; without it, it is made when asked for.
 */
export function createSearcher(job: SearchJob, prepared: readonly ReachArrays[] = []): Searcher {
	const places = once(() => placesOf(job));
	const reaches: Reach[] = [];
	return {
		job,
		barriers: indexBarriers(job.barriers),
		reachOf(group) {
			const profile = job.profiles[group];
			reaches[group] ??= reachOn(
				job.graph,
				profile,
				prepared[group] ?? reachArrays(job.graph, profile, places()),
				places,
			);
			return reaches[group];
		},
	};
}

/** The streets, homes and doors of a job as one group of walkers may use them. */
export function prepareGroup(job: SearchJob, group: number): ReachArrays {
	return reachArrays(job.graph, job.profiles[group], placesOf(job));
}

function placesOf(job: SearchJob): Pick<Reach, "residences" | "facilities"> {
	const { firstDoor, doors } = job.facilities;
	return {
		residences: attachmentObjects(job.residences.attached),
		facilities: Array.from({ length: firstDoor.length - 1 }, (_, facility) =>
			Array.from({ length: firstDoor[facility + 1] - firstDoor[facility] }, (_door, i) =>
				attachmentAt(doors, firstDoor[facility] + i),
			),
		),
	};
}
