// How many islands the street graph has, and how large the largest is.
import type { StreetGraph } from "./StreetGraph.ts";

export interface Components {
	readonly count: number;
	/** Share of nodes in the largest component, 0–100, two decimals. */
	readonly largestSharePct: number;
	/** Component of each node, numbered by its smallest node. */
	readonly ofNode: Uint32Array;
}

/** Weakly connected components (directions ignored), by union-find with path halving. */
export function componentsOf(graph: StreetGraph): Components {
	const nodeCount = graph.firstEdge.length - 1;
	const parent = new Uint32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) parent[node] = node;
	const root = (start: number): number => {
		let node = start;
		while (parent[node] !== node) {
			parent[node] = parent[parent[node]];
			node = parent[node];
		}
		return node;
	};
	for (let node = 0; node < nodeCount; node++)
		for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
			const a = root(node);
			const b = root(graph.edgeHead[edge]);
			if (a < b) parent[b] = a;
			else parent[a] = b;
		}
	const size = new Uint32Array(nodeCount);
	let count = 0;
	let largest = 0;
	for (let node = 0; node < nodeCount; node++) {
		const component = root(node);
		parent[node] = component;
		if (size[component]++ === 0) count++;
		largest = Math.max(largest, size[component]);
	}
	const largestSharePct = nodeCount === 0 ? 0 : Math.round((largest / nodeCount) * 10_000) / 100;
	return { count, largestSharePct, ofNode: parent };
}
