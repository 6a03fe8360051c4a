// Attach points to the street graph: the nearest edge whose connector crosses no barrier, at the foot of the perpendicular.
import Flatbush from "flatbush";
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { type BarrierIndex, barrierBetween, indexBarriers } from "../streets/barrierIndex.ts";
import { edgeLine, privateTwin } from "../streets/edgeLine.ts";
import { type BarrierLines, EDGE_FLAG, NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";

/** Farther than this from a street is noted; farther than `MAX_CONNECTOR_M` is not attached (DESIGN 4.3). */
const NOTED_FROM_M = 50;
const MAX_CONNECTOR_M = 300;
/** Searched ring by ring, so that dense streets stay cheap. */
const RINGS_M = [40, 120, MAX_CONNECTOR_M];
const NEVER = EDGE_FLAG.bridge | EDGE_FLAG.tunnel | EDGE_FLAG.link | EDGE_FLAG.privateEnd;

/** Segments of all edges that places may be attached to, in a packed tree: plain arrays that threads can share. */
export interface SegmentIndex {
	/** The tree's memory; null without any segment. */
	readonly tree: ArrayBufferLike | null;
	readonly segmentEdge: Uint32Array;
	/** lon, lat, lon, lat of each segment. */
	readonly segmentLonLat: Float64Array;
	/** Where along its edge each segment begins, 0–1, and how much of the edge it is. */
	readonly segmentFrom: Float64Array;
	readonly segmentShare: Float64Array;
}

/** Index over edge segments and barriers; build once per street graph. */
export interface Attacher extends Omit<SegmentIndex, "tree"> {
	readonly graph: StreetGraph;
	readonly barriers: BarrierIndex;
	readonly tree: Flatbush | null;
}

/** Prepare a graph for attaching: about 1 s and 100 MB per million edges. */
export function createAttacher(graph: StreetGraph, barriers: BarrierLines): Attacher {
	return attacherOf(graph, barriers, indexSegments(graph));
}

/** The same from segments indexed before, here or on another thread. */
export function attacherOf(
	graph: StreetGraph,
	barriers: BarrierLines,
	segments: SegmentIndex,
): Attacher {
	const tree = segments.tree === null ? null : Flatbush.from(segments.tree);
	return { ...segments, graph, barriers: indexBarriers(barriers), tree };
}

/** Index the segments, in memory of one's own or shared. */
export function indexSegments(
	graph: StreetGraph,
	Memory: ArrayBufferConstructor | SharedArrayBufferConstructor = ArrayBuffer,
): SegmentIndex {
	const { firstEdge, edgeReverse, edgeFlags, edgeFirstShape } = graph;
	const isIndexed = (edge: number) => edge <= edgeReverse[edge] && (edgeFlags[edge] & NEVER) === 0;
	let count = 0;
	for (let edge = 0; edge < edgeReverse.length; edge++)
		if (isIndexed(edge)) count += edgeFirstShape[edge + 1] - edgeFirstShape[edge] + 1;
	const segmentEdge = new Uint32Array(new Memory(4 * count));
	const segmentLonLat = new Float64Array(new Memory(32 * count));
	const segmentFrom = new Float64Array(new Memory(8 * count));
	const segmentShare = new Float64Array(new Memory(8 * count));
	const tree = count > 0 ? new Flatbush(count, 16, Float64Array, Memory) : null;

	let segment = 0;
	for (let tail = 0; tail + 1 < firstEdge.length; tail++)
		for (let edge = firstEdge[tail]; edge < firstEdge[tail + 1]; edge++) {
			if (!isIndexed(edge)) continue;
			const line = edgeLine(graph, edge, tail);
			const { lonM, latM } = metresPerDegree(line[1]);
			const first = segment;
			let totalM = 0;
			for (let i = 0; i + 3 < line.length; i += 2) {
				const [ax, ay, bx, by] = [line[i], line[i + 1], line[i + 2], line[i + 3]];
				const lengthM = Math.hypot((bx - ax) * lonM, (by - ay) * latM);
				segmentEdge[segment] = edge;
				segmentLonLat[4 * segment] = ax;
				segmentLonLat[4 * segment + 1] = ay;
				segmentLonLat[4 * segment + 2] = bx;
				segmentLonLat[4 * segment + 3] = by;
				segmentShare[segment] = lengthM; // for now
				segmentFrom[segment] = totalM;
				tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
				totalM += lengthM;
				segment++;
			}
			for (let one = first; one < segment; one++) {
				segmentFrom[one] = totalM > 0 ? segmentFrom[one] / totalM : 0;
				segmentShare[one] = totalM > 0 ? segmentShare[one] / totalM : 0;
			}
		}
	tree?.finish();
	return { tree: tree?.data ?? null, segmentEdge, segmentLonLat, segmentFrom, segmentShare };
}

/** Where trips from this place begin. */
export function attachResidence(attacher: Attacher, lonLat: LonLat): Attachment {
	for (const ringM of RINGS_M) {
		for (const candidate of candidatesWithin(attacher, lonLat, ringM))
			if (barrierBetween(attacher.barriers, lonLat, candidate.foot) < 0)
				return attachmentOf(attacher, candidate);
	}
	return { edge: NO_EDGE, offsetDm: 0, connectorDm: 0, status: "not-attached" };
}

/** Where trips to this place end: one attachment, or two for a door on a private way (from inside and from outside). */
export function attachFacility(attacher: Attacher, lonLat: LonLat): Attachment[] {
	const attachment = attachResidence(attacher, lonLat);
	const twin = attachment.edge === NO_EDGE ? -1 : privateTwin(attacher.graph, attachment.edge);
	return twin < 0 ? [attachment] : [attachment, { ...attachment, edge: twin }];
}

interface Candidate {
	readonly edge: number;
	readonly distanceM: number;
	/** Along the edge, 0–1. */
	readonly along: number;
	readonly foot: LonLat;
}

/** The nearest point of every edge within `ringM`, nearest first; equal distances by edge. */
function candidatesWithin(attacher: Attacher, [lon, lat]: LonLat, ringM: number): Candidate[] {
	const { lonM, latM } = metresPerDegree(lat);
	const [dLon, dLat] = [ringM / lonM, ringM / latM];
	const best = new Map<number, Candidate>();
	for (const segment of attacher.tree?.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat) ??
		[]) {
		const s = 4 * segment;
		const ax = (attacher.segmentLonLat[s] - lon) * lonM;
		const ay = (attacher.segmentLonLat[s + 1] - lat) * latM;
		const dx = (attacher.segmentLonLat[s + 2] - lon) * lonM - ax;
		const dy = (attacher.segmentLonLat[s + 3] - lat) * latM - ay;
		const squared = dx * dx + dy * dy;
		const t = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
		const footX = ax + t * dx;
		const footY = ay + t * dy;
		const distanceM = Math.hypot(footX, footY);
		const edge = attacher.segmentEdge[segment];
		const known = best.get(edge);
		if (distanceM > ringM || (known !== undefined && known.distanceM <= distanceM)) continue;
		const along = attacher.segmentFrom[segment] + t * attacher.segmentShare[segment];
		best.set(edge, { edge, distanceM, along, foot: [lon + footX / lonM, lat + footY / latM] });
	}
	return [...best.values()].sort((a, b) => a.distanceM - b.distanceM || a.edge - b.edge);
}

function attachmentOf({ graph }: Attacher, { edge, distanceM, along }: Candidate): Attachment {
	return {
		edge,
		offsetDm: Math.min(graph.edgeLengthDm[edge], Math.round(along * graph.edgeLengthDm[edge])),
		connectorDm: Math.round(distanceM * 10),
		status: distanceM > NOTED_FROM_M ? "noted" : "attached",
	};
}
