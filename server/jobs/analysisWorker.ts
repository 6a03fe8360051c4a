// The threads of an analysis: index the streets, attach places, link residences, search tasks, find gaps.
import type { NearestTimes } from "../../planning/coverage/analysis.ts";
import { attachPlaces } from "../../planning/coverage/cityAttachments.ts";
import { gapFinderOf } from "../../planning/coverage/gaps/findGaps.ts";
import type { GapJob } from "../../planning/coverage/gaps/gapJob.ts";
import { linkGrid, linksIn, type Range, spacingsIn } from "../../planning/coverage/gaps/links.ts";
import type { SearchJob } from "../../planning/coverage/search/job.ts";
import { createSearcher, prepareGroup } from "../../planning/coverage/search/searcher.ts";
import { searchTask } from "../../planning/coverage/search/searchTask.ts";
import type { SearchTask } from "../../planning/coverage/search/split.ts";
import { attacherOf, indexSegments, type SegmentIndex } from "../../planning/reach/attacher.ts";
import type { Attachments } from "../../planning/reach/attachments.ts";
import type { ReachArrays } from "../../planning/reach/reach.ts";
import { indexBarriers } from "../../planning/streets/barrierIndex.ts";
import type { BarrierLines, StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { type Checkpoint, serveTasks } from "./pool/serveTasks.ts";
import { shareArrays } from "./pool/shareArrays.ts";

export interface AttachLoad {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly segments: SegmentIndex;
	readonly lonLat: Float64Array;
	readonly rows: Attachments;
}

export interface LinkLoad {
	/** Of residences only. */
	readonly lonLat: Float64Array;
	readonly barriers: BarrierLines;
}

export interface SearchLoad {
	readonly job: SearchJob;
	/** One per group of walkers. */
	readonly prepared: readonly ReachArrays[];
	readonly times: readonly NearestTimes[];
}

export interface GapOrder {
	/** Number of the category in the search. */
	readonly category: number;
	readonly severed: Int32Array;
}

/** Places between two checkpoints. */
const PLACES_AT_ONCE = 2_000;

serveTasks({
	index: (graph: StreetGraph) => () => indexSegments(graph, SharedArrayBuffer),
	attach: ({ graph, barriers, segments, lonLat, rows }: AttachLoad) => {
		const attacher = attacherOf(graph, barriers, segments);
		return ([from, to]: Range, checkpoint: Checkpoint) => {
			for (let at = from; at < to; at += PLACES_AT_ONCE) {
				checkpoint((at - from) / (to - from));
				attachPlaces(attacher, lonLat, [at, Math.min(to, at + PLACES_AT_ONCE)], rows);
			}
		};
	},
	spacings: ({ lonLat }: LinkLoad) => {
		const grid = linkGrid(lonLat);
		return (range: Range) => spacingsIn(grid, lonLat, range);
	},
	links: ({ lonLat, barriers, linkM }: LinkLoad & { readonly linkM: number }) => {
		const grid = linkGrid(lonLat);
		const rule = { linkM, barriers: indexBarriers(barriers) };
		return (range: Range) => linksIn(grid, lonLat, rule, range);
	},
	prepare: (job: SearchJob) => (group: number) => shareArrays(prepareGroup(job, group)),
	search: ({ job, prepared, times }: SearchLoad) => {
		const searcher = createSearcher(job, prepared);
		return (task: SearchTask, checkpoint: Checkpoint) =>
			searchTask(searcher, task, times, checkpoint);
	},
	gaps: (job: GapJob) => {
		const find = gapFinderOf(job);
		return ({ category, severed }: GapOrder) => find(category, severed);
	},
});
