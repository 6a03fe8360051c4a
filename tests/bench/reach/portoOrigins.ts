// The same places whenever polygons are judged: spread over the street nodes by a fixed generator.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { StreetGraph } from "../../../planning/streets/StreetGraph.ts";

/** Some street nodes with at least two ways on, as places. */
export function portoOrigins({ firstEdge, nodeLonLat }: StreetGraph, count: number): LonLat[] {
	const nodeCount = firstEdge.length - 1;
	const origins: LonLat[] = [];
	let state = 20_261_123;
	while (origins.length < count) {
		// xorshift32, G. Marsaglia 2003
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		const node = (state >>> 0) % nodeCount;
		if (firstEdge[node + 1] - firstEdge[node] >= 2)
			origins.push([nodeLonLat[2 * node], nodeLonLat[2 * node + 1]]);
	}
	return origins;
}
