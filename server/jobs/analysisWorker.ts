// The threads of an analysis: index the streets, attach places, search tasks.

import type { NearestTimes } from "../../planning/coverage/analysis.ts";
import { attachPlaces } from "../../planning/coverage/cityAttachments.ts";
import type { SearchJob } from "../../planning/coverage/search/job.ts";
import { createSearcher } from "../../planning/coverage/search/searcher.ts";
import { searchTask } from "../../planning/coverage/search/searchTask.ts";
import type { SearchTask } from "../../planning/coverage/search/split.ts";
import { attacherOf, indexSegments, type SegmentIndex } from "../../planning/reach/attacher.ts";
import type { Attachments } from "../../planning/reach/attachments.ts";
import type { BarrierLines, StreetGraph } from "../../planning/streets/StreetGraph.ts";
import { type Checkpoint, serveTasks } from "./pool/serveTasks.ts";

export interface AttachLoad {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly segments: SegmentIndex;
	readonly lonLat: Float64Array;
	readonly rows: Attachments;
}
export type AttachRange = readonly [from: number, to: number];

export interface SearchLoad {
	readonly job: SearchJob;
	readonly times: readonly NearestTimes[];
}

/** Places between two checkpoints. */
const PLACES_AT_ONCE = 2_000;

serveTasks({
	index: (graph: StreetGraph) => () => indexSegments(graph, SharedArrayBuffer),
	attach: ({ graph, barriers, segments, lonLat, rows }: AttachLoad) => {
		const attacher = attacherOf(graph, barriers, segments);
		return ([from, to]: AttachRange, checkpoint: Checkpoint) => {
			for (let at = from; at < to; at += PLACES_AT_ONCE) {
				checkpoint((at - from) / (to - from));
				attachPlaces(attacher, lonLat, [at, Math.min(to, at + PLACES_AT_ONCE)], rows);
			}
		};
	},
	search: ({ job, times }: SearchLoad) => {
		const searcher = createSearcher(job);
		return (task: SearchTask, checkpoint: Checkpoint) =>
			searchTask(searcher, task, times, checkpoint);
	},
});
