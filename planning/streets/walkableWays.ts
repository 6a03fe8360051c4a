// The walkable ways of a set in flat arrays: what the compiler works on, a twentieth of the memory of objects.
import { indexOfId, risingIds } from "./NodeColumn.ts";
import type { Way, WaySet } from "./Way.ts";
import { isShut, type Tags, type Walkability, walkabilityOf } from "./walkability.ts";
import { wayLevels } from "./wayLevels.ts";

export const FORWARD = 1;
export const BACKWARD = 2;

/** Ways w are numbered as in the set; nodes by the order of their ids. */
export interface WalkableWays {
	/** Id of each node, rising. */
	readonly nodeId: Float64Array;
	readonly nodeLon: Float64Array;
	readonly nodeLat: Float64Array;
	/** 1 where nobody may pass. */
	readonly isShut: Uint8Array;
	/** Nodes of way w: `refs[firstRef[w]] … refs[firstRef[w + 1] - 1]`. */
	readonly firstRef: Uint32Array;
	readonly refs: Uint32Array;
	readonly wayId: Float64Array;
	/** Bits of `EDGE_FLAG`. */
	readonly wayFlags: Uint16Array;
	/** FORWARD, BACKWARD or both. */
	readonly wayDirections: Uint8Array;
	/** Equal for ways at the same level, see `wayLevels`. */
	readonly wayLevel: Uint32Array;
	/** 1 where only the ends of a trip may be. */
	readonly isPrivate: Uint8Array;
	/** 1 where the closed way encloses a walkable area by its own tags. */
	readonly isArea: Uint8Array;
	/** Ways left out, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
}

/** Flatten what may be walked; the rings of pedestrian multipolygons may be walked as the multipolygon says. */
export function walkableWays(set: WaySet): WalkableWays {
	const judge = judgeOf(set);

	// 1. count
	let wayCount = 0;
	let refCount = 0;
	const dropped: Record<string, number> = {};
	for (const way of set.ways) {
		const walkability = judge(way);
		if (walkability === null) {
			if (way.tags["highway"] !== undefined) count(dropped, "not-walkable");
		} else if (way.nodeIds.length < 2) count(dropped, "fewer-than-two-nodes");
		else {
			wayCount++;
			refCount += way.nodeIds.length;
		}
	}

	// 2. fill
	const wayId = new Float64Array(wayCount);
	const wayFlags = new Uint16Array(wayCount);
	const wayDirections = new Uint8Array(wayCount);
	const wayLevel = new Uint32Array(wayCount);
	const levelOf = wayLevels();
	const isPrivate = new Uint8Array(wayCount);
	const isArea = new Uint8Array(wayCount);
	const firstRef = new Uint32Array(wayCount + 1);
	const refIds = new Float64Array(refCount);
	let w = 0;
	let ref = 0;
	for (const way of set.ways) {
		const walkability = judge(way);
		if (walkability === null || way.nodeIds.length < 2) continue;
		wayId[w] = way.id;
		wayFlags[w] = walkability.flags;
		wayDirections[w] = (walkability.forward ? FORWARD : 0) | (walkability.backward ? BACKWARD : 0);
		wayLevel[w] = levelOf(way.tags);
		isPrivate[w] = walkability.isPrivate ? 1 : 0;
		isArea[w] = isAreaRing(way) ? 1 : 0;
		for (const id of way.nodeIds) refIds[ref++] = id;
		firstRef[++w] = ref;
	}

	// 3. nodes by the order of their ids
	const nodeId = risingIds(refIds.slice());
	const refs = new Uint32Array(refCount);
	for (let i = 0; i < refCount; i++) refs[i] = indexOfId(nodeId, refIds[i]);
	return {
		...placesOf(nodeId, set),
		nodeId,
		firstRef,
		refs,
		wayId,
		wayFlags,
		wayDirections,
		wayLevel,
		isPrivate,
		isArea,
		dropped,
	};
}

/** How each way may be walked: by its own tags, else as the edge of a square. Equal tags are judged once. */
function judgeOf({ relations = [] }: WaySet): (way: Way) => Walkability | null {
	const ofSquare = new Map<number, Walkability>();
	for (const { tags, members } of relations) {
		const walkability = isSquare(tags) ? walkabilityOf(tags) : null;
		if (walkability !== null)
			for (const { ref } of members) if (!ofSquare.has(ref)) ofSquare.set(ref, walkability);
	}
	const known = new WeakMap<Tags, Walkability | "absent">();
	return ({ id, tags }) => {
		let walkability = known.get(tags);
		if (walkability === undefined) {
			walkability = walkabilityOf(tags) ?? "absent";
			known.set(tags, walkability);
		}
		if (walkability !== "absent") return walkability;
		return tags["highway"] === undefined ? (ofSquare.get(id) ?? null) : null;
	};
}

/** Is the multipolygon a walkable area? */
export function isSquare(tags: Tags): boolean {
	return tags["highway"] !== undefined && tags["area"] !== "no" && walkabilityOf(tags) !== null;
}

function isAreaRing({ tags, nodeIds }: Way): boolean {
	if (nodeIds.length < 4 || nodeIds[0] !== nodeIds[nodeIds.length - 1]) return false;
	return tags["area"] === "yes" || (tags["place"] === "square" && tags["area"] !== "no");
}

function placesOf(nodeId: Float64Array, { lonOf, latOf, nodeTags }: WaySet) {
	const nodeLon = new Float64Array(nodeId.length);
	const nodeLat = new Float64Array(nodeId.length);
	const isShutNode = new Uint8Array(nodeId.length);
	for (let node = 0; node < nodeId.length; node++) {
		const lon = lonOf.get(nodeId[node]);
		const lat = latOf.get(nodeId[node]);
		if (lon === undefined || lat === undefined)
			throw new Error(`Node ${nodeId[node]} has no position.`);
		nodeLon[node] = lon;
		nodeLat[node] = lat;
	}
	for (const [id, tags] of nodeTags) {
		const node = isShut(tags) ? indexOfId(nodeId, id) : -1;
		if (node >= 0) isShutNode[node] = 1;
	}
	return { nodeLon, nodeLat, isShut: isShutNode };
}

function count(tally: Record<string, number>, reason: string): void {
	tally[reason] = (tally[reason] ?? 0) + 1;
}
