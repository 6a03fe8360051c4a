// Bounded multi-source search with an array of buckets instead of a heap (R. B. Dial, 1969, Algorithm 360).
// Time is bounded, so costs 0 … limitDm each get a bucket; larger costs are dropped, never clamped.
// Labels compare (cost, facility): the smaller facility wins a tie, so any split of a city gives the same answer.
import type { SearchGraph } from "./searchGraph.ts";

/** Memory for searches on one graph; every search leaves it clean but for the labels, which `reset` clears. */
export interface Workspace {
	/** Cost of each node, UNREACHED (2³² − 1) beyond the limit. */
	readonly nodeDm: Uint32Array;
	/** Facility of each reached node. */
	readonly nodeFacility: Int32Array;
	touched: Uint32Array;
	touchedCount: number;
	bucket: Int32Array;
	entryNode: Uint32Array;
	entryNext: Int32Array;
	entryCount: number;
}

const UNREACHED = 0xffff_ffff;

export function createWorkspace(nodeCount: number): Workspace {
	return {
		nodeDm: new Uint32Array(nodeCount).fill(UNREACHED),
		nodeFacility: new Int32Array(nodeCount).fill(-1),
		touched: new Uint32Array(nodeCount),
		touchedCount: 0,
		bucket: new Int32Array(0),
		entryNode: new Uint32Array(1024),
		entryNext: new Int32Array(1024),
		entryCount: 0,
	};
}

/** Forget the labels of the last search; costs as much as it reached. */
export function reset(workspace: Workspace): void {
	const { nodeDm, nodeFacility, touched, touchedCount } = workspace;
	for (let i = 0; i < touchedCount; i++) {
		nodeDm[touched[i]] = UNREACHED;
		nodeFacility[touched[i]] = -1;
	}
	workspace.touchedCount = 0;
	workspace.entryCount = 0;
}

/** Lower the label of a node; call before `bucketSearch` for every seed. Dropped when beyond the limit. */
export function seed(
	workspace: Workspace,
	node: number,
	costDm: number,
	facility: number,
	limitDm: number,
): void {
	if (costDm > limitDm) return;
	if (workspace.bucket.length <= limitDm) workspace.bucket = new Int32Array(limitDm + 1).fill(-1);
	const { nodeDm, nodeFacility } = workspace;
	if (costDm > nodeDm[node]) return;
	if (costDm === nodeDm[node]) {
		if (facility < nodeFacility[node]) nodeFacility[node] = facility;
		return;
	}
	if (nodeDm[node] === UNREACHED) workspace.touched[workspace.touchedCount++] = node;
	nodeDm[node] = costDm;
	nodeFacility[node] = facility;
	push(workspace, node, costDm);
}

/** Settle everything within `limitDm` of the seeds; labels are then in `nodeDm` and `nodeFacility`. */
export function bucketSearch(
	{ first, arcs }: SearchGraph,
	workspace: Workspace,
	limitDm: number,
): void {
	const { nodeDm, nodeFacility, touched, bucket } = workspace;
	let touchedCount = workspace.touchedCount;
	const lastBucket = Math.min(limitDm, bucket.length - 1);
	for (let costDm = 0; costDm <= lastBucket; costDm++) {
		// a zero-length arc may put entries back into the open bucket: go on until it is empty
		for (let entry = bucket[costDm]; entry >= 0; entry = bucket[costDm]) {
			bucket[costDm] = workspace.entryNext[entry];
			const node = workspace.entryNode[entry];
			if (nodeDm[node] !== costDm) continue; // a shorter way was found after this entry was queued
			const facility = nodeFacility[node];
			const end = 2 * first[node + 1];
			for (let arc = 2 * first[node]; arc < end; arc += 2) {
				const head = arcs[arc];
				const headDm = costDm + arcs[arc + 1];
				if (headDm > limitDm || headDm > nodeDm[head]) continue;
				if (headDm === nodeDm[head]) {
					if (facility >= nodeFacility[head]) continue;
					nodeFacility[head] = facility;
					if (headDm > costDm) continue; // still queued in a later bucket
				} else {
					if (nodeDm[head] === UNREACHED) touched[touchedCount++] = head;
					nodeDm[head] = headDm;
					nodeFacility[head] = facility;
				}
				push(workspace, head, headDm);
			}
		}
	}
	workspace.touchedCount = touchedCount;
	workspace.entryCount = 0;
}

function push(workspace: Workspace, node: number, costDm: number): void {
	const entry = workspace.entryCount++;
	if (entry === workspace.entryNode.length) grow(workspace);
	workspace.entryNode[entry] = node;
	workspace.entryNext[entry] = workspace.bucket[costDm];
	workspace.bucket[costDm] = entry;
}

function grow(workspace: Workspace): void {
	const entryNode = new Uint32Array(workspace.entryNode.length * 2);
	const entryNext = new Int32Array(workspace.entryNext.length * 2);
	entryNode.set(workspace.entryNode);
	entryNext.set(workspace.entryNext);
	workspace.entryNode = entryNode;
	workspace.entryNext = entryNext;
}
