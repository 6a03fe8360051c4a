// The same places whenever polygons are judged: spread over the street nodes by a fixed generator.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { StreetGraph } from "../../../planning/streets/StreetGraph.ts";

/** Islands of fewer nodes are no places to judge shares by. */
const MIN_NODES = 1_000;

/** Some street nodes with at least two ways on, as places; none on small islands. */
export function portoOrigins(graph: StreetGraph, count: number): LonLat[] {
	const { firstEdge, nodeLonLat } = graph;
	const nodeCount = firstEdge.length - 1;
	const origins: LonLat[] = [];
	let state = 20_261_123;
	while (origins.length < count) {
		// xorshift32, G. Marsaglia 2003
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		const node = (state >>> 0) % nodeCount;
		if (firstEdge[node + 1] - firstEdge[node] >= 2 && !isOnIsland(graph, node))
			origins.push([nodeLonLat[2 * node], nodeLonLat[2 * node + 1]]);
	}
	return origins;
}

function isOnIsland({ firstEdge, edgeHead }: StreetGraph, start: number): boolean {
	const reached = new Set([start]);
	for (const node of reached) {
		if (reached.size >= MIN_NODES) return false;
		for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
			reached.add(edgeHead[edge]);
	}
	return true;
}
