// Vertices from west to east, from south to north on one meridian: an order that does not depend on how they came.
import type { Vertices } from "./Vertices.ts";

export interface VertexOrder {
	readonly byRank: Uint32Array;
	readonly rank: Uint32Array;
}

/** More than twice the largest coordinate; keys stay whole numbers under 2⁵³. */
const SPAN = 2 ** 26;

/** Sorted as numbers, which is ten times as fast as by a comparison of ours. */
export function vertexOrder({ x, y, count }: Pick<Vertices, "x" | "y" | "count">): VertexOrder {
	const keys = Float64Array.from(
		{ length: count },
		(_, v) => (x[v] + SPAN / 2) * SPAN + y[v] + SPAN / 2,
	);
	const sorted = keys.slice().sort();
	const byRank = new Uint32Array(count);
	const rank = new Uint32Array(count);
	for (let vertex = 0; vertex < count; vertex++) {
		let [low, high] = [0, count - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle] < keys[vertex]) low = middle + 1;
			else high = middle;
		}
		rank[vertex] = low;
		byRank[low] = vertex;
	}
	return { byRank, rank };
}
