// What one thread needs to search: the job, its streets as each group of walkers may use them, its barriers.
import { attachmentAt, attachmentObjects } from "../../reach/attachments.ts";
import { type Reach, reachFor } from "../../reach/reach.ts";
import { type BarrierIndex, indexBarriers } from "../../streets/barrierIndex.ts";
import type { SearchJob } from "./job.ts";

export interface Searcher {
	readonly job: SearchJob;
	readonly barriers: BarrierIndex;
	/** The reach of a group of walkers; made when first asked for. */
	reachOf(group: number): Reach;
}

/** Not to be shared between threads: it holds the searches' memory. */
export function createSearcher(job: SearchJob): Searcher {
	const { firstDoor, doors } = job.facilities;
	const residences = attachmentObjects(job.residences.attached);
	const facilities = Array.from({ length: firstDoor.length - 1 }, (_, facility) =>
		Array.from({ length: firstDoor[facility + 1] - firstDoor[facility] }, (_door, i) =>
			attachmentAt(doors, firstDoor[facility] + i),
		),
	);
	const reaches: Reach[] = [];
	return {
		job,
		barriers: indexBarriers(job.barriers),
		reachOf(group) {
			reaches[group] ??= reachFor(job.graph, job.profiles[group], residences, facilities);
			return reaches[group];
		},
	};
}
