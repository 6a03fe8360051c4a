// Ends of lines that stop just before another line: on the drawing they look joined, on foot there is no way through.
import { segmentsCross } from "../../geo/crossing.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import { type BarrierIndex, barrierBetween } from "../barrierIndex.ts";
import type { WaySet } from "../Way.ts";
import type { WalkableWays } from "../walkableWays.ts";
import { isOnGround } from "../wayLevels.ts";
import { type AlmostJoined, type Findings, LISTED_FINDINGS } from "./Findings.ts";
import type { LineIndex } from "./LineIndex.ts";
import { looseNodes, TOUCH_M } from "./looseNodes.ts";
import { footOn, type NearSegment, nearSegments } from "./nearSegments.ts";
import { type NearWalk, nearWalk } from "./nearWalk.ts";

export interface JoinLimits {
	/** An end this near to another line, or nearer, looks joined to it. */
	readonly gapM: number;
	/** It is joined when the walk there along the lines is no longer than this. */
	readonly joinedWithinM: number;
}

const JOIN_LIMITS: JoinLimits = { gapM: 3, joinedWithinM: 50 };

export interface JoinSurroundings {
	readonly lines: LineIndex;
	/** A wall or a railway between an end and a line says why they are not joined. */
	readonly barriers: BarrierIndex;
	readonly nodeTags: WaySet["nodeTags"];
}

/**
 * Ends of ways that nothing else joins and that lie within `gapM` of a line at the same level which is neither joined
 * nearby nor beyond a barrier; each with the nearest such line. Ends that are shut or marked `noexit=yes` are meant; an
 * end that has passed the other line is a missing crossing. The share is that of the ends of all ways.
 */
export function almostJoined(
	ways: WalkableWays,
	around: JoinSurroundings,
	limits: JoinLimits = JOIN_LIMITS,
): Findings<AlmostJoined> {
	const { nodeLon, nodeLat, wayId } = ways;
	const listed: AlmostJoined[] = [];
	let count = 0;
	let walk: NearWalk | null = null;
	for (const end of looseEnds(ways, around.nodeTags)) {
		const near = nearSegments(ways, around.lines, { ...end, gapM: limits.gapM });
		if (near.length === 0) continue;
		walk ??= nearWalk(ways);
		const farM = walk(end.node, limits.joinedWithinM);
		const passed = new Set(near.filter((each) => hasPassed(ways, end, each)).map(({ way }) => way));
		const at = [nodeLon[end.node], nodeLat[end.node]] as const;
		const gap = near.find(
			(each) =>
				walkToM(ways, farM, each) > limits.joinedWithinM &&
				!passed.has(each.way) &&
				barrierBetween(around.barriers, at, footOn(ways, each)) < 0,
		);
		if (gap === undefined) continue;
		count++;
		if (listed.length === LISTED_FINDINGS) continue;
		const [lon, lat] = at;
		const otherWayId = wayId[gap.way];
		listed.push({ lon, lat, wayId: wayId[end.way], otherWayId, distanceM: gap.distanceM });
	}
	return { count, listed, sharePct: wayId.length === 0 ? 0 : (100 * count) / (2 * wayId.length) };
}

interface LooseEnd {
	readonly way: number;
	readonly node: number;
	/** The node before it. */
	readonly before: number;
}

/** Ends that nothing joins and that are not meant to be ends. */
function* looseEnds(ways: WalkableWays, nodeTags: WaySet["nodeTags"]): Iterable<LooseEnd> {
	const { firstRef, refs, nodeId, isShut, wayId } = ways;
	const isLoose = looseNodes(ways);
	const isOpen = (node: number) =>
		isLoose[node] === 1 && isShut[node] === 0 && nodeTags.get(nodeId[node])?.["noexit"] !== "yes";
	for (let way = 0; way < wayId.length; way++) {
		const [first, last] = [firstRef[way], firstRef[way + 1] - 1];
		if (isOpen(refs[first])) yield { way, node: refs[first], before: refs[first + 1] };
		if (isOpen(refs[last])) yield { way, node: refs[last], before: refs[last - 1] };
	}
}

/** Metres along the lines to the nearest place of a candidate; Infinity where that is beyond what was walked. */
function walkToM(
	{ refs, nodeLon, nodeLat }: WalkableWays,
	farM: ReadonlyMap<number, number>,
	{ ref, along }: NearSegment,
): number {
	const [a, b] = [refs[ref], refs[ref + 1]];
	const lengthM = distanceM([nodeLon[a], nodeLat[a]], [nodeLon[b], nodeLat[b]]);
	return Math.min(
		(farM.get(a) ?? Infinity) + along * lengthM,
		(farM.get(b) ?? Infinity) + (1 - along) * lengthM,
	);
}

/** True when the last segment before the end crosses the candidate, on the ground. */
function hasPassed(
	{ refs, nodeLon, nodeLat, wayFlags }: WalkableWays,
	{ way, node, before }: LooseEnd,
	{ ref, distanceM: gapM }: NearSegment,
): boolean {
	const [a, b] = [refs[ref], refs[ref + 1]];
	if (gapM <= TOUCH_M || !isOnGround(wayFlags[way]) || a === before || b === before) return false;
	return segmentsCross(
		nodeLon[node],
		nodeLat[node],
		nodeLon[before],
		nodeLat[before],
		nodeLon[a],
		nodeLat[a],
		nodeLon[b],
		nodeLat[b],
	);
}
