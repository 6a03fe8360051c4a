// How far it is along the lines from a node to those near it: joined already, or only close by?
import { distanceM } from "../../geo/ellipsoid.ts";
import type { WalkableWays } from "../walkableWays.ts";

/** Metres along the lines from a node to every node within `limitM`, itself included; shut nodes are not passed. */
export type NearWalk = (node: number, limitM: number) => ReadonlyMap<number, number>;

export function nearWalk(ways: WalkableWays): NearWalk {
	const { refs, nodeLon, nodeLat, isShut } = ways;
	const { firstAt, refAt, isWayStart } = refsByNode(ways);
	const metres = (a: number, b: number) =>
		distanceM([nodeLon[a], nodeLat[a]], [nodeLon[b], nodeLat[b]]);

	return (start, limitM) => {
		const farM = new Map([[start, 0]]);
		const queue = [start];
		const step = (from: number, to: number) => {
			const walkedM = (farM.get(from) as number) + metres(from, to);
			if (walkedM > limitM || walkedM >= (farM.get(to) ?? Infinity)) return;
			farM.set(to, walkedM);
			if (isShut[to] === 0) queue.push(to);
		};
		for (let next = 0; next < queue.length; next++) {
			const node = queue[next];
			for (let i = firstAt[node]; i < firstAt[node + 1]; i++) {
				const ref = refAt[i];
				if (isWayStart[ref] === 0) step(node, refs[ref - 1]);
				if (isWayStart[ref + 1] === 0) step(node, refs[ref + 1]);
			}
		}
		return farM;
	};
}

/** Refs of node n: `refAt[firstAt[n]] … refAt[firstAt[n + 1] - 1]`; a mark where a way starts, and behind the last. */
function refsByNode({ refs, firstRef, nodeId }: WalkableWays) {
	const firstAt = new Uint32Array(nodeId.length + 1);
	for (const node of refs) firstAt[node + 1]++;
	for (let node = 0; node < nodeId.length; node++) firstAt[node + 1] += firstAt[node];
	const next = firstAt.slice();
	const refAt = new Uint32Array(refs.length);
	for (let ref = 0; ref < refs.length; ref++) refAt[next[refs[ref]]++] = ref;
	const isWayStart = new Uint8Array(refs.length + 1);
	for (const ref of firstRef) isWayStart[ref] = 1;
	return { firstAt, refAt, isWayStart };
}
