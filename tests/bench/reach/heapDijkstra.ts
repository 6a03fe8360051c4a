// The baseline: Dijkstra with a binary heap (flatqueue) over plain CSR arrays, nodes numbered in order of first appearance.
import FlatQueue from "flatqueue";
import type { Attachment } from "../../../planning/reach/attach.ts";
import { edgeTails } from "../../../planning/streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../../../planning/streets/StreetGraph.ts";

/** Nearest facility of every residence, the straightforward way; steps and penalties are not looked at. */
export interface HeapDijkstra {
	nearest(facilities: readonly (readonly Attachment[])[], limitDm: number): Uint32Array;
}

/** Prepare graph and residences. */
export function heapDijkstra(graph: StreetGraph, residences: readonly Attachment[]): HeapDijkstra {
	const tails = edgeTails(graph);
	const name = firstAppearance(graph, tails);
	const { first, tail, lengthDm } = backwardCsr(graph, tails, name);
	const isTwoWay = (edge: number) => graph.edgeReverse[edge] !== NO_EDGE;
	const homes = residences.map(({ edge, offsetDm, connectorDm }) =>
		edge === NO_EDGE
			? null
			: {
					head: name[graph.edgeHead[edge]],
					headDm: connectorDm + graph.edgeLengthDm[edge] - offsetDm,
					tail: name[tails[edge]],
					tailDm: isTwoWay(edge) ? connectorDm + offsetDm : Infinity,
				},
	);

	function nearest(facilities: readonly (readonly Attachment[])[], limitDm: number): Uint32Array {
		const nodeDm = new Uint32Array(first.length - 1).fill(0xffff_ffff);
		const queue = new FlatQueue<number>();
		const lower = (node: number, dm: number) => {
			if (dm > limitDm || dm >= nodeDm[node]) return;
			nodeDm[node] = dm;
			queue.push(node, dm);
		};
		for (const { edge, offsetDm, connectorDm } of facilities.flat()) {
			if (edge === NO_EDGE) continue;
			lower(name[tails[edge]], connectorDm + offsetDm);
			if (isTwoWay(edge))
				lower(name[graph.edgeHead[edge]], connectorDm + graph.edgeLengthDm[edge] - offsetDm);
		}
		while (queue.length > 0) {
			const dm = queue.peekValue() as number;
			const node = queue.pop() as number;
			if (dm > nodeDm[node]) continue;
			for (let arc = first[node]; arc < first[node + 1]; arc++) {
				const tailDm = dm + lengthDm[arc];
				if (tailDm > limitDm || tailDm >= nodeDm[tail[arc]]) continue;
				nodeDm[tail[arc]] = tailDm;
				queue.push(tail[arc], tailDm);
			}
		}
		return Uint32Array.from(homes, (home) => {
			if (home === null) return 0xffff_ffff;
			const dm = Math.min(nodeDm[home.head] + home.headDm, nodeDm[home.tail] + home.tailDm);
			return dm <= limitDm ? dm : 0xffff_ffff;
		});
	}
	return { nearest };
}

/** New number of each node: ways by id, their pieces in order, whichever node comes first. */
function firstAppearance(graph: StreetGraph, tails: Uint32Array): Uint32Array {
	const { edgeWay, edgeHead } = graph;
	const edges = Uint32Array.from(edgeWay, (_, edge) => edge).sort(
		(a, b) => edgeWay[a] - edgeWay[b] || a - b,
	);
	const name = new Uint32Array(graph.firstEdge.length - 1).fill(NO_EDGE);
	let count = 0;
	for (const edge of edges)
		for (const node of [tails[edge], edgeHead[edge]])
			if (name[node] === NO_EDGE) name[node] = count++;
	for (let node = 0; node < name.length; node++) if (name[node] === NO_EDGE) name[node] = count++;
	return name;
}

function backwardCsr(graph: StreetGraph, tails: Uint32Array, name: Uint32Array) {
	const { edgeHead, edgeLengthDm } = graph;
	const first = new Uint32Array(graph.firstEdge.length);
	for (const head of edgeHead) first[name[head] + 1]++;
	for (let node = 0; node + 1 < first.length; node++) first[node + 1] += first[node];
	const next = first.slice();
	const tail = new Uint32Array(edgeHead.length);
	const lengthDm = new Uint32Array(edgeHead.length);
	for (let edge = 0; edge < edgeHead.length; edge++) {
		const arc = next[name[edgeHead[edge]]]++;
		tail[arc] = name[tails[edge]];
		lengthDm[arc] = edgeLengthDm[edge];
	}
	return { first, tail, lengthDm };
}
