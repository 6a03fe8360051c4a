// Pieces become the street graph: nodes renumbered in Hilbert order, arcs in CSR arrays.
import { hilbertOrder } from "../geo/hilbert.ts";
import type { Pieces } from "./pieces.ts";
import { NO_EDGE, type StreetGraph } from "./StreetGraph.ts";

/** The street graph of these pieces; arcs of a node keep the order of the pieces. */
export function buildGraph({ pieces, nodeLonLat, twins }: Pieces): StreetGraph {
	// 1. nodes in Hilbert order
	const nodeCount = nodeLonLat.length / 2;
	const unordered = Float64Array.from(nodeLonLat);
	const order = hilbertOrder(unordered);
	const rank = new Uint32Array(nodeCount);
	const ordered = new Float64Array(nodeCount * 2);
	for (let node = 0; node < nodeCount; node++) {
		const old = order[node];
		rank[old] = node;
		ordered[2 * node] = unordered[2 * old];
		ordered[2 * node + 1] = unordered[2 * old + 1];
	}

	// 2. arcs counted per tail, then placed
	const firstEdge = new Uint32Array(nodeCount + 1);
	for (const piece of pieces) {
		if (piece.forward) firstEdge[rank[piece.tail] + 1]++;
		if (piece.backward) firstEdge[rank[piece.head] + 1]++;
	}
	for (let node = 0; node < nodeCount; node++) firstEdge[node + 1] += firstEdge[node];
	const edgeCount = firstEdge[nodeCount];
	const next = firstEdge.slice();
	const arcOf = new Uint32Array(pieces.length * 2).fill(NO_EDGE);
	const pieceOf = new Uint32Array(edgeCount);
	const place = (slot: number, node: number) => {
		const edge = next[node]++;
		arcOf[slot] = edge;
		pieceOf[edge] = slot >> 1;
	};
	for (let i = 0; i < pieces.length; i++) {
		if (pieces[i].forward) place(2 * i, rank[pieces[i].tail]);
		if (pieces[i].backward) place(2 * i + 1, rank[pieces[i].head]);
	}

	// 3. what each arc carries
	const edgeHead = new Uint32Array(edgeCount);
	const edgeReverse = new Uint32Array(edgeCount);
	const edgeLengthDm = new Uint32Array(edgeCount);
	const edgeFlags = new Uint16Array(edgeCount);
	const edgeWay = new Float64Array(edgeCount);
	for (let i = 0; i < pieces.length; i++) {
		const piece = pieces[i];
		for (let direction = 0; direction < 2; direction++) {
			const edge = arcOf[2 * i + direction];
			if (edge === NO_EDGE) continue;
			edgeHead[edge] = rank[direction === 0 ? piece.head : piece.tail];
			edgeReverse[edge] = arcOf[2 * i + 1 - direction];
			edgeLengthDm[edge] = piece.lengthDm;
			edgeFlags[edge] = piece.flags;
			edgeWay[edge] = piece.wayId;
		}
	}

	// 4. shape points, once per piece, on the arc with the smaller index
	const edgeFirstShape = new Uint32Array(edgeCount + 1);
	const shapeLonLat: number[] = [];
	for (let edge = 0; edge < edgeCount; edge++) {
		const piece = pieceOf[edge];
		const { shape } = pieces[piece];
		if (edge < edgeReverse[edge]) {
			const isForward = arcOf[2 * piece] === edge;
			for (let i = 0; i < shape.length; i += 2) {
				const at = isForward ? i : shape.length - 2 - i;
				shapeLonLat.push(shape[at], shape[at + 1]);
			}
		}
		edgeFirstShape[edge + 1] = shapeLonLat.length / 2;
	}

	return {
		firstEdge,
		edgeHead,
		edgeReverse,
		edgeLengthDm,
		edgePenaltyDs: new Uint32Array(edgeCount),
		edgeFlags,
		edgeWay,
		nodeLonLat: ordered,
		edgeFirstShape,
		shapeLonLat: Float64Array.from(shapeLonLat),
		privateTwins: sortedTwins(twins, arcOf),
	};
}

/** The arc that stands for a piece: the one with the smaller index. */
function standingArc(arcOf: Uint32Array, piece: number): number {
	return Math.min(arcOf[2 * piece], arcOf[2 * piece + 1]);
}

function sortedTwins(twins: Pieces["twins"], arcOf: Uint32Array): Uint32Array {
	const pairs = twins.map(
		([start, end]) => [standingArc(arcOf, start), standingArc(arcOf, end)] as const,
	);
	pairs.sort((a, b) => a[0] - b[0]);
	return Uint32Array.from(pairs.flat());
}
