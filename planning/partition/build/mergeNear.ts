// Vertices nearer to each other than the slack of drawn lines are one place.

import type { Vertices } from "./Vertices.ts";
import { vertexOrder } from "./vertexOrder.ts";

/**
 * For each vertex the one that stands for it: itself, or one within `slackCm`. Places are gone through from west to
 * east, so that the order of the features does not matter; what stands for others never moves.
 */
export function mergeNear({ x, y, count }: Vertices, slackCm: number): Uint32Array {
	const standsFor = new Uint32Array(count);
	for (let vertex = 0; vertex < count; vertex++) standsFor[vertex] = vertex;
	const { byRank: order } = vertexOrder({ x, y, count });
	let first = 0; // of those that are not too far west already
	for (let i = 0; i < count; i++) {
		const vertex = order[i];
		while (x[order[first]] < x[vertex] - slackCm) first++;
		let best = -1;
		let bestSquared = slackCm * slackCm + 1;
		for (let j = first; j < i; j++) {
			const other = order[j];
			if (standsFor[other] !== other) continue;
			const squared = (x[other] - x[vertex]) ** 2 + (y[other] - y[vertex]) ** 2;
			if (squared < bestSquared) [best, bestSquared] = [other, squared];
		}
		if (best >= 0) standsFor[vertex] = best;
	}
	return standsFor;
}
