// The line of an edge, and lookups on the graph that several rooms need.
import type { StreetGraph } from "./StreetGraph.ts";

/** Tail of every arc, for passes over all of them. */
export function edgeTails({ firstEdge, edgeHead }: StreetGraph): Uint32Array {
	const tails = new Uint32Array(edgeHead.length);
	for (let node = 0; node + 1 < firstEdge.length; node++)
		tails.fill(node, firstEdge[node], firstEdge[node + 1]);
	return tails;
}

/** lon, lat, lon, lat … of an arc that holds its own shape (the smaller of its pair), ends included. */
export function edgeLine(graph: StreetGraph, edge: number, tail: number): number[] {
	const { nodeLonLat, shapeLonLat, edgeFirstShape, edgeHead } = graph;
	const head = edgeHead[edge];
	const line = [nodeLonLat[2 * tail], nodeLonLat[2 * tail + 1]];
	for (let i = 2 * edgeFirstShape[edge]; i < 2 * edgeFirstShape[edge + 1]; i++)
		line.push(shapeLonLat[i]);
	line.push(nodeLonLat[2 * head], nodeLonLat[2 * head + 1]);
	return line;
}

/** The end copy of a private arc's start copy, or -1 for any other arc. */
export function privateTwin({ privateTwins }: StreetGraph, edge: number): number {
	let low = 0;
	let high = privateTwins.length / 2 - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if (privateTwins[2 * middle] === edge) return privateTwins[2 * middle + 1];
		if (privateTwins[2 * middle] < edge) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
