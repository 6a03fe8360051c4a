// Chains become the street graph: nodes renumbered in Hilbert order, arcs in CSR arrays.
import { hilbertOrder } from "../geo/hilbert.ts";
import type { Chains } from "./foldPieces.ts";
import { type Pieces, PRIVATE } from "./pieces.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "./StreetGraph.ts";
import { BACKWARD, FORWARD, type WalkableWays } from "./walkableWays.ts";

const NONE = 0xffff_ffff;

/**
 * The street graph of these chains. A private chain becomes two edges, its start copy and its end copy, which zero-length
 * one-way arcs link to the public nodes (decision 0001). Of a chain of several ways, `edgeWay` is the way of the longest
 * stretch; of equally long ones that with the smallest id.
 */
export function buildGraph(ways: WalkableWays, pieces: Pieces, chains: Chains): StreetGraph {
	const edges = edgesOf(ways, pieces, chains);
	const { nodeLonLat, rank } = inHilbertOrder(edges.nodeLonLat);
	const nodeCount = rank.length;
	const edgeTotal = edges.chain.length;

	// 1. arcs counted per tail, then placed; arcs of a node keep the order of the edges
	const firstEdge = new Uint32Array(nodeCount + 1);
	for (let i = 0; i < edgeTotal; i++) {
		if ((edges.directions[i] & FORWARD) !== 0) firstEdge[rank[edges.tail[i]] + 1]++;
		if ((edges.directions[i] & BACKWARD) !== 0) firstEdge[rank[edges.head[i]] + 1]++;
	}
	for (let node = 0; node < nodeCount; node++) firstEdge[node + 1] += firstEdge[node];
	const arcCount = firstEdge[nodeCount];
	const next = firstEdge.slice();
	const arcOf = new Uint32Array(2 * edgeTotal).fill(NO_EDGE);
	const slotOf = new Uint32Array(arcCount);
	const place = (slot: number, node: number) => {
		arcOf[slot] = next[node]++;
		slotOf[arcOf[slot]] = slot;
	};
	for (let i = 0; i < edgeTotal; i++) {
		if ((edges.directions[i] & FORWARD) !== 0) place(2 * i, rank[edges.tail[i]]);
		if ((edges.directions[i] & BACKWARD) !== 0) place(2 * i + 1, rank[edges.head[i]]);
	}

	// 2. what each arc carries
	const edgeHead = new Uint32Array(arcCount);
	const edgeReverse = new Uint32Array(arcCount);
	const edgeLengthDm = new Uint32Array(arcCount);
	const edgeFlags = new Uint16Array(arcCount);
	const edgeWay = new Float64Array(arcCount);
	for (let arc = 0; arc < arcCount; arc++) {
		const slot = slotOf[arc];
		const i = slot >> 1;
		edgeHead[arc] = rank[(slot & 1) === 0 ? edges.head[i] : edges.tail[i]];
		edgeReverse[arc] = arcOf[slot ^ 1];
		edgeLengthDm[arc] = edges.lengthDm[i];
		edgeFlags[arc] = edges.flags[i];
		edgeWay[arc] = edges.wayId[i];
	}

	// 3. shape points, once per edge, on the arc with the smaller index
	const edgeFirstShape = new Uint32Array(arcCount + 1);
	for (let arc = 0; arc < arcCount; arc++) {
		const chain = edges.chain[slotOf[arc] >> 1];
		const points = arc < edgeReverse[arc] && chain !== NONE ? bendCount(pieces, chains, chain) : 0;
		edgeFirstShape[arc + 1] = edgeFirstShape[arc] + points;
	}
	const shapeLonLat = new Float64Array(2 * edgeFirstShape[arcCount]);
	for (let arc = 0; arc < arcCount; arc++) {
		if (edgeFirstShape[arc + 1] === edgeFirstShape[arc]) continue;
		const isForward = (slotOf[arc] & 1) === 0;
		let at = 2 * (isForward ? edgeFirstShape[arc] : edgeFirstShape[arc + 1] - 1);
		for (const node of bendNodes(ways, pieces, chains, edges.chain[slotOf[arc] >> 1])) {
			shapeLonLat[at] = ways.nodeLon[node];
			shapeLonLat[at + 1] = ways.nodeLat[node];
			at += isForward ? 2 : -2;
		}
	}

	return {
		firstEdge,
		edgeHead,
		edgeReverse,
		edgeLengthDm,
		edgePenaltyDs: new Uint32Array(arcCount),
		edgeFlags,
		edgeWay,
		nodeLonLat,
		edgeFirstShape,
		shapeLonLat,
		privateTwins: sortedTwins(edges.twins, arcOf),
	};
}

/** Edges before they are numbered: public chains, start copies, end copies, then links. */
function edgesOf(ways: WalkableWays, pieces: Pieces, chains: Chains) {
	const chainCount = chains.tail.length;
	const isPrivate = (chain: number) => pieces.placeSide[chains.tail[chain]] === PRIVATE;
	let privateCount = 0;
	for (let chain = 0; chain < chainCount; chain++) if (isPrivate(chain)) privateCount++;
	const nodes = nodesOf(ways, pieces, chains);
	const links = linkedNodes(pieces, nodes);
	const total = chainCount + privateCount + links.length / 2;
	const edges = {
		nodeLonLat: nodes.lonLat,
		tail: new Uint32Array(total),
		head: new Uint32Array(total),
		directions: new Uint8Array(total),
		lengthDm: new Uint32Array(total),
		flags: new Uint16Array(total),
		wayId: new Float64Array(total),
		chain: new Uint32Array(total).fill(NONE),
		/** Start copy, end copy. */
		twins: new Uint32Array(2 * privateCount),
	};
	let next = 0;
	const add = (chain: number, nodeOf: Uint32Array, sideFlag: number) => {
		const firstStep = chains.steps[chains.firstStep[chain]];
		const way = pieces.way[firstStep >> 1];
		edges.tail[next] = nodeOf[chains.tail[chain]];
		edges.head[next] = nodeOf[chains.head[chain]];
		edges.directions[next] =
			(firstStep & 1) === 0 ? ways.wayDirections[way] : turned(ways.wayDirections[way]);
		edges.lengthDm[next] = Math.round(chains.lengthM[chain] * 10);
		edges.flags[next] = ways.wayFlags[way] | sideFlag;
		edges.wayId[next] = longestWay(ways, pieces, chains, chain);
		edges.chain[next] = chain;
		return next++;
	};
	for (let chain = 0; chain < chainCount; chain++)
		if (!isPrivate(chain)) add(chain, nodes.ofPlace, 0);
	let twin = 0;
	for (let chain = 0; chain < chainCount; chain++)
		if (isPrivate(chain))
			edges.twins[2 * twin++] = add(chain, nodes.ofPlace, EDGE_FLAG.privateStart);
	twin = 0;
	for (let chain = 0; chain < chainCount; chain++)
		if (isPrivate(chain))
			edges.twins[2 * twin++ + 1] = add(chain, nodes.ofEndCopy, EDGE_FLAG.privateEnd);
	for (let i = 0; i < links.length; i += 2, next++) {
		edges.tail[next] = links[i];
		edges.head[next] = links[i + 1];
		edges.directions[next] = FORWARD;
		edges.flags[next] = EDGE_FLAG.link;
	}
	return edges;
}

/** Nodes of the places at which chains end: public ones and start copies first, then end copies in the same order. */
function nodesOf(ways: WalkableWays, pieces: Pieces, chains: Chains) {
	const placeCount = pieces.placeNode.length;
	const isEnd = new Uint8Array(placeCount);
	for (const place of chains.tail) isEnd[place] = 1;
	for (const place of chains.head) isEnd[place] = 1;
	const ofPlace = new Uint32Array(placeCount).fill(NONE);
	const ofEndCopy = new Uint32Array(placeCount).fill(NONE);
	const placeOf: number[] = [];
	for (let place = 0; place < placeCount; place++)
		if (isEnd[place] === 1) ofPlace[place] = placeOf.push(place) - 1;
	for (let place = 0; place < placeCount; place++)
		if (isEnd[place] === 1 && pieces.placeSide[place] === PRIVATE)
			ofEndCopy[place] = placeOf.push(place) - 1;
	const lonLat = new Float64Array(2 * placeOf.length);
	placeOf.forEach((place, node) => {
		lonLat[2 * node] = ways.nodeLon[pieces.placeNode[place]];
		lonLat[2 * node + 1] = ways.nodeLat[pieces.placeNode[place]];
	});
	return { ofPlace, ofEndCopy, lonLat };
}

/** Tail and head of each link: start copy → public node, public node → end copy. */
function linkedNodes(
	{ links }: Pieces,
	{ ofPlace, ofEndCopy }: { ofPlace: Uint32Array; ofEndCopy: Uint32Array },
): number[] {
	const linked: number[] = [];
	for (let i = 0; i < links.length; i += 2) {
		const [junction, start] = [ofPlace[links[i]], ofPlace[links[i + 1]]];
		if (junction === NONE || start === NONE) continue; // what would end there was left out
		linked.push(start, junction, junction, ofEndCopy[links[i + 1]]);
	}
	return linked;
}

function turned(directions: number): number {
	return (
		((directions & FORWARD) !== 0 ? BACKWARD : 0) | ((directions & BACKWARD) !== 0 ? FORWARD : 0)
	);
}

/** Stretches are compared in whole decimetres. */
function longestWay(ways: WalkableWays, pieces: Pieces, chains: Chains, chain: number): number {
	let [bestDm, bestId] = [-1, 0];
	let [stretchM, stretchId] = [0, Number.NaN];
	for (let i = chains.firstStep[chain]; i < chains.firstStep[chain + 1]; i++) {
		const piece = chains.steps[i] >> 1;
		const id = ways.wayId[pieces.way[piece]];
		stretchM = (id === stretchId ? stretchM : 0) + pieces.lengthM[piece];
		stretchId = id;
		const dm = Math.round(10 * stretchM);
		if (dm > bestDm || (dm === bestDm && id < bestId)) [bestDm, bestId] = [dm, id];
	}
	return bestId;
}

/** Points between the ends of a chain. */
function bendCount(
	{ fromRef, toRef }: Pieces,
	{ firstStep, steps }: Chains,
	chain: number,
): number {
	let count = -1;
	for (let i = firstStep[chain]; i < firstStep[chain + 1]; i++)
		count += toRef[steps[i] >> 1] - fromRef[steps[i] >> 1];
	return count;
}

/** Nodes between the ends of a chain, in its direction. */
function* bendNodes(
	{ refs }: WalkableWays,
	{ fromRef, toRef }: Pieces,
	{ firstStep, steps }: Chains,
	chain: number,
): Iterable<number> {
	const last = firstStep[chain + 1] - 1;
	for (let i = firstStep[chain]; i <= last; i++) {
		const piece = steps[i] >> 1;
		const isForward = (steps[i] & 1) === 0;
		const count = toRef[piece] - fromRef[piece] - (i === last ? 1 : 0);
		for (let k = 1; k <= count; k++) yield refs[isForward ? fromRef[piece] + k : toRef[piece] - k];
	}
}

function inHilbertOrder(unordered: Float64Array) {
	const order = hilbertOrder(unordered);
	const rank = new Uint32Array(order.length);
	const nodeLonLat = new Float64Array(unordered.length);
	for (let node = 0; node < order.length; node++) {
		const old = order[node];
		rank[old] = node;
		nodeLonLat[2 * node] = unordered[2 * old];
		nodeLonLat[2 * node + 1] = unordered[2 * old + 1];
	}
	return { nodeLonLat, rank };
}

/** Pairs of standing arcs (the one of an edge with the smaller index), sorted by the first. */
function sortedTwins(twins: Uint32Array, arcOf: Uint32Array): Uint32Array {
	const standing = (edge: number) => Math.min(arcOf[2 * edge], arcOf[2 * edge + 1]);
	const pairs: [number, number][] = [];
	for (let i = 0; i < twins.length; i += 2)
		pairs.push([standing(twins[i]), standing(twins[i + 1])]);
	pairs.sort((a, b) => a[0] - b[0]);
	return Uint32Array.from(pairs.flat());
}
