// A desert grid of city size for measuring before, or without, the generated city: irregular blocks, Hilbert order.
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import { hilbertOrder } from "../../../planning/geo/hilbert.ts";
import type { Attachment } from "../../../planning/reach/attach.ts";
import { NO_EDGE, type StreetGraph } from "../../../planning/streets/StreetGraph.ts";

export interface Desert {
	readonly graph: StreetGraph;
	readonly residences: readonly Attachment[];
	readonly facilities: readonly (readonly Attachment[])[];
}

export interface DesertPlan {
	readonly side: number;
	readonly residenceCount: number;
	readonly facilityCount: number;
	readonly seed: number;
}

/** 1.1 million junctions about 60 m apart, every block 40–80 m long; people and doors anywhere on them. */
export const CITY_SIZED: DesertPlan = {
	side: 1_048,
	residenceCount: 250_000,
	facilityCount: 1_100,
	seed: 20_260,
};

/** Numbers in 0 … 1, the same for the same seed (T. Ettinger's mulberry32). */
export function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/** Build it; about 4 s at city size. */
export function desert({ side, residenceCount, facilityCount, seed }: DesertPlan): Desert {
	const random = numbersFrom(seed);
	const graph = gridGraph(side, random);
	const place = (): Attachment => {
		const arc = Math.floor(random() * graph.edgeHead.length);
		const edge = Math.min(arc, graph.edgeReverse[arc]);
		const offsetDm = Math.floor(random() * (graph.edgeLengthDm[edge] + 1));
		return { edge, offsetDm, connectorDm: Math.floor(random() * 300), status: "attached" };
	};
	return {
		graph,
		residences: Array.from({ length: residenceCount }, place),
		facilities: Array.from({ length: facilityCount }, () => [place()]),
	};
}

function gridGraph(side: number, random: () => number): StreetGraph {
	// 1. junctions in Hilbert order
	const nodeCount = side * side;
	const { lonM, latM } = metresPerDegree(31);
	const unordered = new Float64Array(2 * nodeCount);
	for (let i = 0; i < nodeCount; i++) {
		unordered[2 * i] = 121 + ((i % side) * 60 + random() * 20) / lonM;
		unordered[2 * i + 1] = 31 + (Math.floor(i / side) * 60 + random() * 20) / latM;
	}
	const order = hilbertOrder(unordered);
	const rank = new Uint32Array(nodeCount);
	const nodeLonLat = new Float64Array(2 * nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		rank[order[node]] = node;
		nodeLonLat.set(unordered.subarray(2 * order[node], 2 * order[node] + 2), 2 * node);
	}

	// 2. a way along every row, then along every column
	const blocks = blocksOf(side, random);
	const firstEdge = new Uint32Array(nodeCount + 1);
	for (const { from, to } of blocks) {
		firstEdge[rank[from] + 1]++;
		firstEdge[rank[to] + 1]++;
	}
	for (let node = 0; node < nodeCount; node++) firstEdge[node + 1] += firstEdge[node];
	const edgeCount = firstEdge[nodeCount];
	const next = firstEdge.slice();
	const edgeHead = new Uint32Array(edgeCount);
	const edgeReverse = new Uint32Array(edgeCount).fill(NO_EDGE);
	const edgeLengthDm = new Uint32Array(edgeCount);
	const edgeWay = new Float64Array(edgeCount);
	for (const { from, to, lengthDm, way } of blocks) {
		const there = next[rank[from]]++;
		const back = next[rank[to]]++;
		edgeHead[there] = rank[to];
		edgeHead[back] = rank[from];
		edgeReverse[there] = back;
		edgeReverse[back] = there;
		edgeLengthDm[there] = edgeLengthDm[back] = lengthDm;
		edgeWay[there] = edgeWay[back] = way;
	}
	return {
		firstEdge,
		edgeHead,
		edgeReverse,
		edgeLengthDm,
		edgePenaltyDs: new Uint32Array(edgeCount),
		edgeFlags: new Uint16Array(edgeCount),
		edgeWay,
		nodeLonLat,
		edgeFirstShape: new Uint32Array(edgeCount + 1),
		shapeLonLat: new Float64Array(0),
		privateTwins: new Uint32Array(0),
	};
}

function blocksOf(side: number, random: () => number) {
	const blocks: { from: number; to: number; lengthDm: number; way: number }[] = [];
	for (let line = 0; line < 2 * side; line++)
		for (let step = 0; step + 1 < side; step++) {
			const isRow = line < side;
			const from = isRow ? line * side + step : step * side + (line - side);
			const to = isRow ? from + 1 : from + side;
			blocks.push({ from, to, lengthDm: 400 + Math.floor(random() * 401), way: line + 1 });
		}
	return blocks;
}
