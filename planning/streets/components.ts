// Which parts of the street graph hang together, how large the largest is, and the islands beside it.
import { edgeTails } from "./edgeLine.ts";
import { EDGE_FLAG, type StreetGraph } from "./StreetGraph.ts";

/** A part of the network that nothing joins to the largest. */
export interface Island {
	readonly nodes: number;
	/** Its streets, each once. */
	readonly lengthM: number;
	/** Where its first node in the graph's order lies. */
	readonly lon: number;
	readonly lat: number;
	/** A way of it: the smallest id. */
	readonly wayId: number;
}

export interface Components {
	readonly count: number;
	/** Share of nodes in the largest component, 0–100, two decimals. */
	readonly largestSharePct: number;
	/** All but the largest, by nodes, then by length, then by place; at most `LISTED_ISLANDS`. */
	readonly islands: readonly Island[];
}

export const LISTED_ISLANDS = 1_000;

/** Weakly connected components (directions ignored). The two copies of a private way are one place. */
export function componentsOf(graph: StreetGraph): Components {
	const tails = edgeTails(graph);
	const root = rootsOf(graph, tails);
	const nodeCount = root.length;
	const nodes = new Uint32Array(nodeCount);
	const lengthDm = new Float64Array(nodeCount);
	const wayId = new Float64Array(nodeCount).fill(Infinity);
	for (let node = 0; node < nodeCount; node++) nodes[root[node]]++;
	for (let edge = 0; edge < tails.length; edge++) {
		const isCopy = (graph.edgeFlags[edge] & (EDGE_FLAG.privateEnd | EDGE_FLAG.link)) !== 0;
		if (isCopy || edge > graph.edgeReverse[edge]) continue;
		const component = root[tails[edge]];
		lengthDm[component] += graph.edgeLengthDm[edge];
		wayId[component] = Math.min(wayId[component], graph.edgeWay[edge]);
	}

	const components: number[] = [];
	for (let node = 0; node < nodeCount; node++) if (nodes[node] > 0) components.push(node);
	components.sort((a, b) => nodes[b] - nodes[a] || lengthDm[b] - lengthDm[a] || a - b);
	const [largest] = components;
	return {
		count: components.length,
		largestSharePct:
			largest === undefined ? 0 : Math.round((nodes[largest] / nodeCount) * 10_000) / 100,
		islands: components.slice(1, 1 + LISTED_ISLANDS).map((component) => ({
			nodes: nodes[component],
			lengthM: lengthDm[component] / 10,
			lon: graph.nodeLonLat[2 * component],
			lat: graph.nodeLonLat[2 * component + 1],
			wayId: wayId[component],
		})),
	};
}

/** The smallest node of each node's component; union-find with path halving. */
function rootsOf(graph: StreetGraph, tails: Uint32Array): Uint32Array {
	const parent = Uint32Array.from({ length: graph.firstEdge.length - 1 }, (_, node) => node);
	const rootOf = (start: number): number => {
		let node = start;
		while (parent[node] !== node) {
			parent[node] = parent[parent[node]];
			node = parent[node];
		}
		return node;
	};
	const join = (nodeA: number, nodeB: number) => {
		const a = rootOf(nodeA);
		const b = rootOf(nodeB);
		if (a < b) parent[b] = a;
		else parent[a] = b;
	};
	for (let edge = 0; edge < tails.length; edge++) join(tails[edge], graph.edgeHead[edge]);
	for (let i = 0; i < graph.privateTwins.length; i += 2)
		join(tails[graph.privateTwins[i]], tails[graph.privateTwins[i + 1]]);
	return parent.map((_, node) => rootOf(node));
}
