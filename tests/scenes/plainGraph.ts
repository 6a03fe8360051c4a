// A street graph from bare pieces, nodes numbered as given: for tests that draw graphs at random or rebuild them.
import { NO_EDGE, type StreetGraph } from "../../planning/streets/StreetGraph.ts";

export interface BarePiece {
	readonly tail: number;
	readonly head: number;
	readonly lengthDm: number;
	readonly isOneWay?: boolean;
	readonly flags?: number;
	readonly penaltyDs?: number;
}

/** The graph, and of each piece its standing edge and whether that edge runs from the piece's tail. */
export function plainGraph(
	nodeCount: number,
	pieces: readonly BarePiece[],
): { graph: StreetGraph; edgeOf: number[]; isForward: boolean[] } {
	const firstEdge = new Uint32Array(nodeCount + 1);
	for (const { tail, head, isOneWay } of pieces) {
		firstEdge[tail + 1]++;
		if (isOneWay !== true) firstEdge[head + 1]++;
	}
	for (let node = 0; node < nodeCount; node++) firstEdge[node + 1] += firstEdge[node];
	const edgeCount = firstEdge[nodeCount];
	const next = firstEdge.slice();
	const graph = {
		firstEdge,
		edgeHead: new Uint32Array(edgeCount),
		edgeReverse: new Uint32Array(edgeCount).fill(NO_EDGE),
		edgeLengthDm: new Uint32Array(edgeCount),
		edgePenaltyDs: new Uint32Array(edgeCount),
		edgeFlags: new Uint16Array(edgeCount),
		edgeWay: new Float64Array(edgeCount),
		nodeLonLat: new Float64Array(2 * nodeCount),
		edgeFirstShape: new Uint32Array(edgeCount + 1),
		shapeLonLat: new Float64Array(0),
		privateTwins: new Uint32Array(0),
	};
	const edgeOf: number[] = [];
	const isForward: boolean[] = [];
	pieces.forEach(({ tail, head, lengthDm, isOneWay, flags = 0, penaltyDs = 0 }, piece) => {
		const there = next[tail]++;
		const back = isOneWay === true ? NO_EDGE : next[head]++;
		graph.edgeReverse[there] = back;
		graph.edgeHead[there] = head;
		if (back !== NO_EDGE) {
			graph.edgeReverse[back] = there;
			graph.edgeHead[back] = tail;
		}
		for (const edge of back === NO_EDGE ? [there] : [there, back]) {
			graph.edgeLengthDm[edge] = lengthDm;
			graph.edgeFlags[edge] = flags;
			graph.edgePenaltyDs[edge] = penaltyDs;
			graph.edgeWay[edge] = piece + 1;
		}
		edgeOf.push(Math.min(there, back));
		isForward.push(there < back);
	});
	return { graph, edgeOf, isForward };
}
