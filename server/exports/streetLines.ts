// The lines of a compiled street graph as records to export. A graph keeps no names and no classes of ways: where it knows
// no more, only the flags speak.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { edgeLine } from "../../planning/streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../../planning/streets/StreetGraph.ts";
import type { StreetLineRecord } from "./exportTableOf.ts";

/** Copies of private ways for the ends of trips, and the arcs of no length that join them. */
const COPIES = EDGE_FLAG.privateEnd | EDGE_FLAG.link;

/** Every piece of way once, in the order of the graph; `id` is the way's, with the piece's number behind. */
export function streetLines(graph: StreetGraph): Iterable<StreetLineRecord> {
	return {
		*[Symbol.iterator]() {
			const { firstEdge, edgeReverse, edgeFlags } = graph;
			for (let tail = 0; tail + 1 < firstEdge.length; tail++)
				for (let edge = firstEdge[tail] ?? 0; edge < (firstEdge[tail + 1] ?? 0); edge++) {
					const reverse = edgeReverse[edge] ?? NO_EDGE;
					const isCopy = ((edgeFlags[edge] ?? 0) & COPIES) !== 0;
					if (!isCopy && edge < reverse) yield recordOf(graph, edge, tail);
				}
		},
	};
}

function recordOf(graph: StreetGraph, edge: number, tail: number): StreetLineRecord {
	const flags = graph.edgeFlags[edge] ?? 0;
	const has = (flag: number) => (flags & flag) !== 0;
	return {
		id: `${graph.edgeWay[edge]}-${edge}`,
		name: null,
		highway: has(EDGE_FLAG.steps) ? "steps" : has(EDGE_FLAG.footOnly) ? "footway" : null,
		access: has(EDGE_FLAG.privateStart) ? "private" : null,
		bridge: has(EDGE_FLAG.bridge) ? "yes" : null,
		tunnel: has(EDGE_FLAG.tunnel) ? "yes" : null,
		oneway: graph.edgeReverse[edge] === NO_EDGE ? "yes" : null,
		line: positions(edgeLine(graph, edge, tail)),
	};
}

function positions(numbers: readonly number[]): LonLat[] {
	const line: LonLat[] = [];
	for (let i = 0; i + 1 < numbers.length; i += 2) line.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
	return line;
}
