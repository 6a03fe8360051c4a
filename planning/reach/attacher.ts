// Attach points to the street graph: the nearest edge whose connector crosses no barrier, at the foot of the perpendicular.
import Flatbush from "flatbush";
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import {
	type BarrierIndex,
	barrierBetween as barrierCrossed,
	indexBarriers,
} from "../streets/barrierIndex.ts";
import { edgeLine, edgeTails, privateTwin } from "../streets/edgeLine.ts";
import { type BarrierLines, EDGE_FLAG, NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";

/** Farther than this from a street is noted; farther than `MAX_CONNECTOR_M` is not attached (DESIGN 4.3). */
const NOTED_FROM_M = 50;
const MAX_CONNECTOR_M = 300;
/** Searched ring by ring, so that dense streets stay cheap. */
const RINGS_M = [40, 120, MAX_CONNECTOR_M];
const NEVER = EDGE_FLAG.bridge | EDGE_FLAG.tunnel | EDGE_FLAG.link | EDGE_FLAG.privateEnd;

/** Index over edge segments and barriers; build once per street graph. */
export interface Attacher {
	readonly graph: StreetGraph;
	readonly barriers: BarrierIndex;
	readonly tree: Flatbush | null;
	readonly segmentEdge: Uint32Array;
	/** lon, lat, lon, lat of each segment. */
	readonly segmentLonLat: Float64Array;
	/** Where along its edge each segment begins, 0–1, and how much of the edge it is. */
	readonly segmentFrom: Float64Array;
	readonly segmentShare: Float64Array;
}

/** Prepare a graph for attaching: about 1 s and 100 MB per million edges. */
export function createAttacher(graph: StreetGraph, barriers: BarrierLines): Attacher {
	const tails = edgeTails(graph);
	const edges: number[] = [];
	const lonLat: number[] = [];
	const from: number[] = [];
	const share: number[] = [];
	for (let edge = 0; edge < graph.edgeHead.length; edge++) {
		if (edge > graph.edgeReverse[edge] || (graph.edgeFlags[edge] & NEVER) !== 0) continue;
		const line = edgeLine(graph, edge, tails[edge]);
		const { lonM, latM } = metresPerDegree(line[1]);
		const lengths: number[] = [];
		for (let i = 0; i + 3 < line.length; i += 2)
			lengths.push(Math.hypot((line[i + 2] - line[i]) * lonM, (line[i + 3] - line[i + 1]) * latM));
		const totalM = lengths.reduce((sum, lengthM) => sum + lengthM, 0);
		let alongM = 0;
		lengths.forEach((lengthM, i) => {
			edges.push(edge);
			lonLat.push(line[2 * i], line[2 * i + 1], line[2 * i + 2], line[2 * i + 3]);
			from.push(totalM > 0 ? alongM / totalM : 0);
			share.push(totalM > 0 ? lengthM / totalM : 0);
			alongM += lengthM;
		});
	}
	const tree = edges.length > 0 ? new Flatbush(edges.length) : null;
	for (let i = 0; i < lonLat.length; i += 4)
		tree?.add(
			Math.min(lonLat[i], lonLat[i + 2]),
			Math.min(lonLat[i + 1], lonLat[i + 3]),
			Math.max(lonLat[i], lonLat[i + 2]),
			Math.max(lonLat[i + 1], lonLat[i + 3]),
		);
	tree?.finish();
	return {
		graph,
		barriers: indexBarriers(barriers),
		tree,
		segmentEdge: Uint32Array.from(edges),
		segmentLonLat: Float64Array.from(lonLat),
		segmentFrom: Float64Array.from(from),
		segmentShare: Float64Array.from(share),
	};
}

/** Where trips from this place begin. */
export function attachResidence(attacher: Attacher, lonLat: LonLat): Attachment {
	for (const ringM of RINGS_M) {
		for (const candidate of candidatesWithin(attacher, lonLat, ringM))
			if (barrierCrossed(attacher.barriers, lonLat, candidate.foot) < 0)
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

/** The smallest index of a barrier line between two places as the crow flies; -1 when there is none. */
export function barrierBetween(attacher: Attacher, from: LonLat, to: LonLat): number {
	return barrierCrossed(attacher.barriers, from, to);
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
