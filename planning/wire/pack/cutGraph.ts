// A part of the street graph: the nodes asked for and every arc between two of them, in the order a pack is written in.
import { edgeTails } from "../../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";
import { packedOrder } from "./graphCodec.ts";

export interface GraphCut {
	readonly graph: StreetGraph;
	/** New index of each arc of the whole graph; NO_EDGE where it was left out. */
	readonly edgeOf: Uint32Array;
}

/**
 * Cut a graph down to the nodes with `isKept[node] === 1`. Kept nodes keep their order, and so do the arcs that
 * connectors may meet (the smaller of each pair), so equal distances are decided as in the whole graph.
 */
export function cutGraph(graph: StreetGraph, isKept: Uint8Array): GraphCut {
	const { firstEdge, edgeHead } = graph;
	const nodes: number[] = [];
	const nodeOf = new Uint32Array(isKept.length);
	for (let node = 0; node < isKept.length; node++)
		if (isKept[node] === 1) nodeOf[node] = nodes.push(node) - 1;
	const edges: number[] = [];
	for (const node of nodes)
		for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
			if (isKept[edgeHead[edge]] === 1) edges.push(edge);

	const inCityOrder = arcsOf(graph, nodes, nodeOf, Uint32Array.from(edges));
	const order = packedOrder(inCityOrder.graph).map((slot) => edges[slot]);
	return arcsOf(graph, nodes, nodeOf, order);
}

/** The graph of these nodes with these arcs of the whole graph, which come by tail. */
function arcsOf(
	graph: StreetGraph,
	nodes: readonly number[],
	nodeOf: Uint32Array,
	edges: Uint32Array,
): GraphCut {
	const tails = edgeTails(graph);
	const edgeOf = new Uint32Array(graph.edgeHead.length).fill(NO_EDGE);
	edges.forEach((old, edge) => {
		edgeOf[old] = edge;
	});
	const firstEdge = new Uint32Array(nodes.length + 1);
	for (const old of edges) firstEdge[nodeOf[tails[old]] + 1]++;
	for (let node = 0; node < nodes.length; node++) firstEdge[node + 1] += firstEdge[node];
	const pick = <A extends Uint32Array | Uint16Array | Float64Array>(into: A, from: A): A => {
		for (let edge = 0; edge < edges.length; edge++) into[edge] = from[edges[edge]];
		return into;
	};
	const count = edges.length;
	return {
		edgeOf,
		graph: {
			firstEdge,
			edgeHead: edges.map((old) => nodeOf[graph.edgeHead[old]]),
			edgeReverse: edges.map((old) =>
				graph.edgeReverse[old] === NO_EDGE ? NO_EDGE : edgeOf[graph.edgeReverse[old]],
			),
			edgeLengthDm: pick(new Uint32Array(count), graph.edgeLengthDm),
			edgePenaltyDs: pick(new Uint32Array(count), graph.edgePenaltyDs),
			edgeFlags: pick(new Uint16Array(count), graph.edgeFlags),
			edgeWay: pick(new Float64Array(count), graph.edgeWay),
			nodeLonLat: positionsOf(graph.nodeLonLat, nodes),
			...shapesOf(graph, edges),
			privateTwins: twinsOf(graph, edgeOf),
		},
	};
}

function positionsOf(lonLat: Float64Array, points: readonly number[]): Float64Array {
	const kept = new Float64Array(2 * points.length);
	points.forEach((point, i) => {
		kept[2 * i] = lonLat[2 * point];
		kept[2 * i + 1] = lonLat[2 * point + 1];
	});
	return kept;
}

function shapesOf(
	{ edgeFirstShape, shapeLonLat }: StreetGraph,
	edges: Uint32Array,
): Pick<StreetGraph, "edgeFirstShape" | "shapeLonLat"> {
	const points: number[] = [];
	const first = new Uint32Array(edges.length + 1);
	edges.forEach((old, edge) => {
		for (let i = edgeFirstShape[old]; i < edgeFirstShape[old + 1]; i++) points.push(i);
		first[edge + 1] = points.length;
	});
	return { edgeFirstShape: first, shapeLonLat: positionsOf(shapeLonLat, points) };
}

/** Pairs of which both copies are here, sorted by the start copy. */
function twinsOf({ privateTwins }: StreetGraph, edgeOf: Uint32Array): Uint32Array {
	const pairs: (readonly [number, number])[] = [];
	for (let i = 0; i < privateTwins.length; i += 2) {
		const [start, end] = [edgeOf[privateTwins[i]], edgeOf[privateTwins[i + 1]]];
		if (start !== NO_EDGE && end !== NO_EDGE) pairs.push([start, end]);
	}
	return Uint32Array.from(pairs.sort((a, b) => a[0] - b[0]).flat());
}
