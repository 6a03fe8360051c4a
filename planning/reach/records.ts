// The street graph as the nearest search reads it: an arc in one number, so that four junctions fit a cache line.
// Measured on 1.1 million nodes against labels, first arcs and arcs in arrays of their own: a third less time.
import type { StreetGraph } from "../streets/StreetGraph.ts";
import type { Streets } from "./ends.ts";
import type { Profile } from "./profiles.ts";
import { edgeCostDm, isUsable } from "./searchGraph.ts";

/** No label: above every label. */
export const NO_LABEL = 0x7fff_ffff;
/** Cost of an arc that may not be walked, and of every arc of 107,374 km and more: above every limit. */
export const SHUT_DM = 0x3fff_ffff;

/** On the last arc of a slot: the number is negative. */
export const LAST_ARC = -0x8000_0000;
/** On an arc that stands in `far`: the other bits say where. */
export const FAR_ARC = 0x4000_0000;
export const FAR_MASK = 0x3fff_ffff;
/** Other arcs: 12 bits of cost, above them 18 bits of how many slots farther the neighbour is, negative too. */
export const COST_BITS = 12;
export const COST_MASK = (1 << COST_BITS) - 1;
const MAX_STEP = 1 << 17;

/**
 * Each node has a slot; nodes with more than four arcs take up several, of which the first stands for the node.
 * Arcs of slot s stand from `arcs[4 s]` on; they run from where one walks to, to where one comes from.
 */
export interface Records {
	readonly arcs: Int32Array;
	/** Pairs of neighbour's slot and cost in dm, of arcs that are too long for one number. */
	readonly far: Int32Array;
	/** Label of each slot; `NO_LABEL` before the first search. */
	readonly label: Int32Array;
	/** Slot of each node; after the last node a slot that is never reached, for ends that may not be walked. */
	readonly slotOf: Int32Array;
	/** Node of each slot that stands for one. */
	readonly nodeOf: Int32Array;
	/** The most arcs of any node. */
	readonly mostArcs: number;
	/**
	 * Places of arcs that stand behind the last of their slot, ascending: they lead into dead ends, where nobody passes
	 * through. A home or a door there has the other end of its edge. Measured on a city: an eighth less time.
	 */
	readonly blind: Int32Array;
}

/** Records of everything one profile may walk, against the walking direction; 28 bytes per node of up to four arcs. */
export function recordsOf(graph: StreetGraph, profile: Profile, edgeTail: Uint32Array): Records {
	const nodeCount = graph.firstEdge.length - 1;
	const { edgeHead } = graph;
	const arcCount = arrivals(graph, profile);

	// 1. slots, four arcs each
	const slotOf = new Int32Array(nodeCount + 1);
	let slotCount = 0;
	let mostArcs = 1;
	for (let node = 0; node <= nodeCount; node++) {
		slotOf[node] = slotCount;
		slotCount += Math.max(1, Math.ceil(arcCount[node] / 4));
		mostArcs = Math.max(mostArcs, arcCount[node]);
	}
	const nodeOf = new Int32Array(slotCount);
	slotOf.forEach((slot, node) => {
		nodeOf[slot] = node;
	});

	// 2. arcs; a node without any gets one that cannot be walked
	const arcs = new Int32Array(4 * slotCount);
	const far: number[] = [];
	const put = (place: number, node: number, tailSlot: number, costDm: number) => {
		const step = tailSlot - slotOf[node];
		const isNear = costDm <= COST_MASK && step >= -MAX_STEP && step < MAX_STEP;
		const nearArc = (step << COST_BITS) & FAR_MASK;
		arcs[place] = isNear ? nearArc | costDm : FAR_ARC | far.length;
		if (!isNear) far.push(tailSlot, costDm);
	};
	const streets = { graph, profile, edgeTail };
	const isDeadEnd = deadEnds(streets);
	const places = placesOfEdges(streets, slotOf, isDeadEnd);
	for (let edge = 0; edge < edgeHead.length; edge++)
		if (places[edge] >= 0) {
			const costDm = Math.min(edgeCostDm(graph, profile, edge), SHUT_DM);
			put(places[edge], edgeHead[edge], slotOf[edgeTail[edge]], costDm);
		}
	for (let node = 0; node <= nodeCount; node++)
		if (arcCount[node] === 0) put(4 * slotOf[node], node, slotOf[node], SHUT_DM);

	// 3. where the arcs of a slot end; those into dead ends stand behind
	const through = throughArcs(streets, isDeadEnd);
	const blind: number[] = [];
	for (let node = 0; node <= nodeCount; node++) {
		const first = 4 * slotOf[node];
		const count = through[node] > 0 ? through[node] : Math.max(1, arcCount[node]);
		arcs[first + count - 1] |= LAST_ARC;
		for (let at = count; at < arcCount[node]; at++) blind.push(first + at);
	}
	const label = new Int32Array(slotCount).fill(NO_LABEL);
	return {
		arcs,
		far: Int32Array.from(far),
		label,
		slotOf,
		nodeOf,
		mostArcs,
		blind: Int32Array.from(blind),
	};
}

type Walked = Pick<Streets, "graph" | "profile" | "edgeTail">;

/** 1 for nodes with a single edge. */
function deadEnds({ graph, profile, edgeTail }: Walked): Uint8Array {
	const { edgeHead, edgeReverse } = graph;
	const edgesAt = new Uint8Array(graph.firstEdge.length);
	const count = (node: number) => {
		if (edgesAt[node] < 2) edgesAt[node]++;
	};
	for (let edge = 0; edge < edgeHead.length; edge++) {
		if (!isUsable(graph, profile, edge)) continue;
		const reverse = edgeReverse[edge];
		if (reverse < edge && isUsable(graph, profile, reverse)) continue; // the same edge the other way
		count(edgeTail[edge]);
		count(edgeHead[edge]);
	}
	return edgesAt.map((edges) => (edges === 1 ? 1 : 0));
}

/** Arcs of each node that do not lead into a dead end. */
function throughArcs({ graph, profile, edgeTail }: Walked, isDeadEnd: Uint8Array): Uint32Array {
	const count = new Uint32Array(graph.firstEdge.length);
	for (let edge = 0; edge < graph.edgeHead.length; edge++)
		if (isDeadEnd[edgeTail[edge]] === 0 && isUsable(graph, profile, edge))
			count[graph.edgeHead[edge]]++;
	return count;
}

/** Usable arcs into each node. */
function arrivals(graph: StreetGraph, profile: Profile): Uint32Array {
	const count = new Uint32Array(graph.firstEdge.length);
	for (let edge = 0; edge < graph.edgeHead.length; edge++)
		if (isUsable(graph, profile, edge)) count[graph.edgeHead[edge]]++;
	return count;
}

/** Where the arc of each edge stands in `arcs`; -1 for edges this profile may not use. */
export function arcsOfEdges(streets: Streets): Int32Array {
	return placesOfEdges(streets, streets.records.slotOf, deadEnds(streets));
}

/** In the order of the edges, at each node those into dead ends last. */
function placesOfEdges(streets: Walked, slotOf: Int32Array, isDeadEnd: Uint8Array): Int32Array {
	const { graph, profile, edgeTail } = streets;
	const { edgeHead } = graph;
	const places = new Int32Array(edgeHead.length).fill(-1);
	const next = throughArcs(streets, isDeadEnd); // of those into dead ends
	for (let node = 0; node < next.length; node++) next[node] += 4 * slotOf[node];
	const nextThrough = slotOf.map((slot) => 4 * slot);
	for (let edge = 0; edge < places.length; edge++) {
		if (!isUsable(graph, profile, edge)) continue;
		const list = isDeadEnd[edgeTail[edge]] === 1 ? next : nextThrough;
		places[edge] = list[edgeHead[edge]]++;
	}
	return places;
}

type Arcs = Pick<Records, "arcs" | "far">;

/** Cost of the arc that stands at a place of `arcs`. */
export function costAt({ arcs, far }: Arcs, place: number): number {
	const arc = arcs[place];
	return (arc & FAR_ARC) === 0 ? arc & COST_MASK : far[(arc & FAR_MASK) + 1];
}

/** All arcs of a slot: the neighbour's slot and the cost, shut ones included. */
export function eachArc(
	{ arcs, far }: Arcs,
	slot: number,
	visit: (tailSlot: number, costDm: number) => void,
): void {
	let arc = 0;
	for (let place = 4 * slot; arc >= 0; place++) {
		arc = arcs[place];
		if ((arc & FAR_ARC) === 0) visit(slot + ((arc << 2) >> (2 + COST_BITS)), arc & COST_MASK);
		else visit(far[arc & FAR_MASK], far[(arc & FAR_MASK) + 1]);
	}
}
