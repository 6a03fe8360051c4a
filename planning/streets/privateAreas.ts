// Private ways that could be a short cut: only those need to be kept out of the middle of a trip.
import type { WalkableWays } from "./walkableWays.ts";

/**
 * 1 for the private ways of areas (connected private ways) that meet public streets at two junctions or more. Whoever
 * enters an area with one junction must leave by it again, so no shortest walk passes through one: a drive, a yard, a
 * compound with one gate. Union-find over the private ways' nodes; a shut node joins nothing.
 */
export function shortCuts(ways: WalkableWays): Uint8Array {
	const { firstRef, refs, isPrivate, isShut } = ways;
	const wayCount = isPrivate.length;
	const leadsThrough = new Uint8Array(wayCount);
	if (!isPrivate.includes(1)) return leadsThrough;

	// 1. areas, and what touches a street
	const areaOf = Uint32Array.from(isShut.keys());
	const root = (start: number): number => {
		let node = start;
		while (areaOf[node] !== node) {
			areaOf[node] = areaOf[areaOf[node]];
			node = areaOf[node];
		}
		return node;
	};
	const isOnStreet = new Uint8Array(isShut.length);
	const isInArea = new Uint8Array(isShut.length);
	for (let w = 0; w < wayCount; w++)
		for (let ref = firstRef[w]; ref < firstRef[w + 1]; ref++) {
			const node = refs[ref];
			if (isPrivate[w] === 0) isOnStreet[node] = 1;
			else if (isShut[node] === 0) {
				isInArea[node] = 1;
				const before = ref > firstRef[w] ? refs[ref - 1] : node;
				if (isShut[before] === 0) areaOf[root(node)] = root(before);
			}
		}

	// 2. junctions of each area with streets
	const junctions = new Uint32Array(isShut.length);
	for (let node = 0; node < isShut.length; node++)
		if (isInArea[node] === 1 && isOnStreet[node] === 1) junctions[root(node)]++;

	// 3. ways with a node in an area of two junctions or more
	for (let w = 0; w < wayCount; w++) {
		if (isPrivate[w] === 0) continue;
		for (let ref = firstRef[w]; ref < firstRef[w + 1]; ref++)
			if (isShut[refs[ref]] === 0 && junctions[root(refs[ref])] > 1) leadsThrough[w] = 1;
	}
	return leadsThrough;
}
