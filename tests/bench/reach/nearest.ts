// Figures of the nearest search: one category on the whole city, against a heap and against one sweep of the same memory.
import type { Attachment } from "../../../planning/reach/attach.ts";
import { searchFrom } from "../../../planning/reach/doors.ts";
import { limitDm } from "../../../planning/reach/profiles.ts";
import { nearest, noTimes, type Reach, reachFor } from "../../../planning/reach/reach.ts";
import { NO_LABEL } from "../../../planning/reach/records.ts";
import { bitLength, createQueue, spanOf } from "../../../planning/reach/settle.ts";
import type { StreetGraph } from "../../../planning/streets/StreetGraph.ts";
import { ADULT } from "../../scenes/walk.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";
import { heapDijkstra } from "./heapDijkstra.ts";

export interface OneCategory {
	readonly graph: StreetGraph;
	readonly residences: readonly Attachment[];
	readonly facilities: readonly (readonly Attachment[])[];
}

/** `nearest-one`, with its search alone as `ns-per-settled` and `sweep-ratio`. */
export async function nearestFigures(scene: OneCategory): Promise<Figure[]> {
	const reach = reachFor(scene.graph, ADULT, scene.residences, scene.facilities);
	const limit = limitDm(900, ADULT.speedMPerMin);
	const heap = heapDijkstra(scene.graph, scene.residences);
	const whole = leastMs({
		ours: () =>
			nearest(reach, scene.facilities.keys(), "all", limit, noTimes(scene.residences.length)),
		heap: () => heap.nearest(scene.facilities, limit),
	});
	const { searchMs, sweepMs, settledCount } = searchAlone(reach, limit);
	return [
		{
			id: "nearest-one",
			value: whole.ours,
			unit: "ms",
			atMost: 35,
			baseline: whole.heap,
			ratio: whole.ours / whole.heap,
			ratioAtMost: 0.25,
		},
		{ id: "ns-per-settled", value: (searchMs * 1e6) / settledCount, unit: "ns" },
		{ id: "sweep-ratio", value: searchMs / sweepMs, unit: "×", baseline: sweepMs },
	];
}

/** The search without the harvest, and one sequential read of all it reads. */
function searchAlone({ records, doors, facilities }: Reach, limit: number) {
	const { arcs, label } = records;
	const queue = createQueue();
	const all = Int32Array.from(facilities.keys());
	const rankBits = bitLength(all.length - 1);
	const span = spanOf({ limitDm: limit, rankBits });
	label.fill(NO_LABEL);
	let base = NO_LABEL;
	const { search, sweep } = leastMs({
		search() {
			base -= span;
			searchFrom(doors, all, { records, queue, form: { limitDm: limit, rankBits, base } });
		},
		sweep() {
			let sum = 0;
			for (let i = 0; i < label.length; i++) sum = (sum + label[i]) | 0;
			for (let i = 0; i < arcs.length; i++) sum = (sum + arcs[i]) | 0;
			return sum;
		},
	});
	let settledCount = 0;
	for (const one of label) if (one < base + span) settledCount++;
	return { searchMs: search, sweepMs: sweep, settledCount };
}
