// A street graph in few bytes. The two arcs of a way piece are written once, on the arc with the smaller index;
// heads as differences (Hilbert order keeps them small), one stream per field so that a packer finds the repetition.
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";
import { ByteReader } from "./ByteReader.ts";
import { ByteWriter } from "./ByteWriter.ts";
import { cursor, readPosition, writePosition } from "./coordinates.ts";

const STREAMS = [
	"nodes",
	"firsts",
	"heads",
	"lengths",
	"flags",
	"penalties",
	"ways",
	"shapes",
	"twins",
] as const;
type StreamName = (typeof STREAMS)[number];

/**
 * The order that `decodeGraph` restores: the arcs of a node are the far arcs of pieces written before it, in the
 * order of their pieces, then the arcs written at this node (a loop's far arc right behind it).
 */
export function packedOrder({ firstEdge, edgeReverse }: StreetGraph): Uint32Array {
	const nodeCount = firstEdge.length - 1;
	const order = new Uint32Array(edgeReverse.length);
	let next = 0;
	for (let node = 0; node < nodeCount; node++) {
		const [start, end] = [firstEdge[node], firstEdge[node + 1]];
		const far: number[] = [];
		for (let edge = start; edge < end; edge++) if (edgeReverse[edge] < start) far.push(edge);
		far.sort((a, b) => edgeReverse[a] - edgeReverse[b]);
		for (const edge of far) order[next++] = edge;
		for (let edge = start; edge < end; edge++) {
			const reverse = edgeReverse[edge];
			if (reverse < edge) continue;
			order[next++] = edge;
			if (reverse < end) order[next++] = reverse;
		}
	}
	return order;
}

/** Write a graph whose arcs are in `packedOrder`; positions are rounded to 1e-7°. */
export function encodePackedGraph(graph: StreetGraph): Uint8Array {
	const { firstEdge, edgeHead, edgeReverse, edgeLengthDm, edgePenaltyDs, edgeFlags } = graph;
	const nodeCount = firstEdge.length - 1;
	const out = Object.fromEntries(STREAMS.map((name) => [name, new ByteWriter()])) as Record<
		StreamName,
		ByteWriter
	>;
	const last = cursor();
	for (let node = 0; node < nodeCount; node++)
		writePosition(out.nodes, last, graph.nodeLonLat[2 * node], graph.nodeLonLat[2 * node + 1]);

	const ways = [...new Set(graph.edgeWay)].sort((a, b) => a - b);
	const wayRank = new Map(ways.map((way, rank) => [way, rank]));
	out.ways.varint(ways.length);
	for (let i = 0, before = 0; i < ways.length; before = ways[i++])
		out.ways.zigzag(ways[i] - before);

	let lastWay = 0;
	let pieceCount = 0;
	for (let node = 0; node < nodeCount; node++) {
		let firstCount = 0;
		for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
			const reverse = edgeReverse[edge];
			if (reverse < edge) continue;
			firstCount++;
			const isTwoWay = reverse !== NO_EDGE;
			const step = edgeHead[edge] - node;
			out.heads.varint(2 * (step < 0 ? -2 * step - 1 : 2 * step) + (isTwoWay ? 1 : 0));
			out.lengths.varint(edgeLengthDm[edge]);
			out.flags.varint(edgeFlags[edge]);
			out.penalties.varint(edgePenaltyDs[edge]);
			if (isTwoWay) {
				out.lengths.zigzag(edgeLengthDm[reverse] - edgeLengthDm[edge]);
				out.flags.varint(edgeFlags[edge] ^ edgeFlags[reverse]);
				out.penalties.zigzag(edgePenaltyDs[reverse] - edgePenaltyDs[edge]);
			}
			const way = wayRank.get(graph.edgeWay[edge]) as number;
			out.ways.zigzag(way - lastWay);
			lastWay = way;
			writeShape(graph, edge, node, out.shapes);
		}
		out.firsts.varint(firstCount);
		pieceCount += firstCount;
	}
	for (const edge of graph.privateTwins) out.twins.varint(edge);

	const all = new ByteWriter();
	all.varint(nodeCount);
	all.varint(edgeHead.length);
	all.varint(pieceCount);
	all.varint(graph.shapeLonLat.length / 2);
	all.varint(graph.privateTwins.length);
	for (const name of STREAMS) {
		const bytes = out[name].finish();
		all.varint(bytes.length);
		all.raw(bytes);
	}
	return all.finish();
}

function writeShape(graph: StreetGraph, edge: number, tail: number, out: ByteWriter): void {
	const { edgeFirstShape, shapeLonLat, nodeLonLat } = graph;
	const [from, to] = [edgeFirstShape[edge], edgeFirstShape[edge + 1]];
	out.varint(to - from);
	const last = cursor();
	last.lon = Math.round(nodeLonLat[2 * tail] * 1e7);
	last.lat = Math.round(nodeLonLat[2 * tail + 1] * 1e7);
	for (let i = from; i < to; i++)
		writePosition(out, last, shapeLonLat[2 * i], shapeLonLat[2 * i + 1]);
}

/** The graph of `encodePackedGraph`; throws on a cut-off or contradictory one. */
export function decodePackedGraph(bytes: Uint8Array): StreetGraph {
	const all = new ByteReader(bytes);
	const nodeCount = all.count();
	const edgeCount = all.count();
	const pieceCount = all.count();
	const shapeCount = all.count(2);
	const twinCount = all.count();
	const streams = {} as Record<StreamName, ByteReader>;
	for (const name of STREAMS) streams[name] = new ByteReader(all.raw(all.varint()));
	const { heads, lengths, flags, penalties, ways, shapes } = streams;

	// 1. nodes and ways
	const nodeLonLat = new Float64Array(2 * nodeCount);
	const last = cursor();
	for (let node = 0; node < nodeCount; node++)
		readPosition(streams.nodes, last, nodeLonLat, 2 * node);
	const wayIds = new Float64Array(ways.count());
	for (let i = 0, id = 0; i < wayIds.length; i++) wayIds[i] = id += ways.zigzag();

	// 2. pieces, in the order of their nearer arcs; far arcs wait at their tail in a chain
	const firstEdge = new Uint32Array(nodeCount + 1);
	const edgeHead = new Uint32Array(edgeCount);
	const edgeReverse = new Uint32Array(edgeCount).fill(NO_EDGE);
	const edgeLengthDm = new Uint32Array(edgeCount);
	const edgePenaltyDs = new Uint32Array(edgeCount);
	const edgeFlags = new Uint16Array(edgeCount);
	const edgeWay = new Float64Array(edgeCount);
	const edgeFirstShape = new Uint32Array(edgeCount + 1);
	const shapeLonLat = new Float64Array(2 * shapeCount);
	const waitingFirst = new Int32Array(nodeCount).fill(-1);
	const waitingLast = new Int32Array(nodeCount).fill(-1);
	const waitingNext = new Int32Array(pieceCount).fill(-1);
	const pieceEdge = new Uint32Array(pieceCount);
	const farLengthDm = new Uint32Array(pieceCount);
	const farFlags = new Uint16Array(pieceCount);
	const farPenaltyDs = new Uint32Array(pieceCount);
	let edge = 0;
	let piece = 0;
	let shape = 0;
	let way = 0;
	const placeFar = (of: number, head: number) => {
		const near = pieceEdge[of];
		edgeHead[edge] = head;
		edgeReverse[edge] = near;
		edgeReverse[near] = edge;
		edgeLengthDm[edge] = farLengthDm[of];
		edgeFlags[edge] = farFlags[of];
		edgePenaltyDs[edge] = farPenaltyDs[of];
		edgeWay[edge] = edgeWay[near];
		edgeFirstShape[++edge] = shape;
	};
	const pieceTail = new Uint32Array(pieceCount);
	for (let node = 0; node < nodeCount; node++) {
		for (let far = waitingFirst[node]; far >= 0; far = waitingNext[far])
			placeFar(far, pieceTail[far]);
		for (let firstCount = streams.firsts.varint(); firstCount > 0; firstCount--, piece++) {
			const packed = heads.varint();
			const isTwoWay = packed % 2 === 1;
			const step = packed >>> 1; // fewer than 2³¹ nodes
			const head = node + ((step >>> 1) ^ -(step & 1));
			if (head < 0 || head >= nodeCount || piece >= pieceCount || (isTwoWay && head < node))
				throw new Error(`Pack graph: piece ${piece} leads from node ${node} to ${head}.`);
			pieceEdge[piece] = edge;
			pieceTail[piece] = node;
			edgeHead[edge] = head;
			edgeLengthDm[edge] = lengths.varint();
			edgeFlags[edge] = flags.varint();
			edgePenaltyDs[edge] = penalties.varint();
			way += ways.zigzag();
			edgeWay[edge] = wayIds[way];
			last.lon = Math.round(nodeLonLat[2 * node] * 1e7);
			last.lat = Math.round(nodeLonLat[2 * node + 1] * 1e7);
			for (let points = shapes.varint(); points > 0; points--)
				readPosition(shapes, last, shapeLonLat, 2 * shape++);
			const near = edge;
			edgeFirstShape[++edge] = shape;
			if (!isTwoWay) continue;
			farLengthDm[piece] = edgeLengthDm[near] + lengths.zigzag();
			farFlags[piece] = edgeFlags[near] ^ flags.varint();
			farPenaltyDs[piece] = edgePenaltyDs[near] + penalties.zigzag();
			if (head === node) placeFar(piece, node);
			else {
				if (waitingLast[head] < 0) waitingFirst[head] = piece;
				else waitingNext[waitingLast[head]] = piece;
				waitingLast[head] = piece;
			}
		}
		firstEdge[node + 1] = edge;
	}
	if (edge !== edgeCount || piece !== pieceCount || shape !== shapeCount)
		throw new Error(`Pack graph: expected ${edgeCount} arcs, got ${edge}.`);

	// 3. private twins
	const privateTwins = new Uint32Array(twinCount);
	for (let i = 0; i < twinCount; i++) privateTwins[i] = streams.twins.varint();
	return {
		firstEdge,
		edgeHead,
		edgeReverse,
		edgeLengthDm,
		edgePenaltyDs,
		edgeFlags,
		edgeWay,
		nodeLonLat,
		edgeFirstShape,
		shapeLonLat,
		privateTwins,
	};
}
