// Which parts of each edge are within the limit, as exact fractions of its length.
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import type { Attachment } from "../attach.ts";
import { isUsable, partCostDm } from "../searchGraph.ts";
import type { Labels, Walker } from "./labels.ts";

/** From, to: decimetres from the arc's tail. */
export type Part = readonly [fromDm: number, toDm: number];

/** The parts of an arc (the smaller of its pair) within `limitDm`, in order and apart; a part may be a single point. */
export function reachedParts(
	walker: Walker,
	{ nodeDm, origins }: Labels,
	edge: number,
	limitDm: number,
): Part[] {
	const { graph, profile, edgeTail, direction } = walker;
	if (!isUsable(graph, profile, edge)) return [];
	const lengthDm = graph.edgeLengthDm[edge];
	const isTwoWay = graph.edgeReverse[edge] !== NO_EDGE;
	// walking on from the tail and from the head, as far as the rest of the limit allows
	const fromTail = direction === "from" || isTwoWay;
	const fromHead = direction === "to" || isTwoWay;
	const parts: [number, number][] = [];
	const tailLeftDm = limitDm - nodeDm[edgeTail[edge]];
	if (fromTail && tailLeftDm >= 0) parts.push([0, walked(tailLeftDm)]);
	const headLeftDm = limitDm - nodeDm[graph.edgeHead[edge]];
	if (fromHead && headLeftDm >= 0) parts.push([lengthDm - walked(headLeftDm), lengthDm]);
	for (const origin of origins) addOwn(origin);
	return merged(parts);

	function addOwn({ edge: own, offsetDm, connectorDm }: Attachment): void {
		const leftDm = limitDm - connectorDm;
		if (own !== edge || leftDm < 0) return;
		const part = walked(leftDm);
		parts.push([
			fromHead ? Math.max(0, offsetDm - part) : offsetDm,
			fromTail ? Math.min(lengthDm, offsetDm + part) : offsetDm,
		]);
	}

	function walked(leftDm: number): number {
		const wholeDm = partCostDm(graph, profile, edge, lengthDm);
		return leftDm >= wholeDm ? lengthDm : (lengthDm * leftDm) / wholeDm;
	}
}

/** `parts` without what `earlier` holds already; both in order. */
export function partsBeyond(parts: readonly Part[], earlier: readonly Part[]): Part[] {
	const beyond: Part[] = [];
	for (const [from, to] of parts) {
		let at = from;
		for (const [earlierFrom, earlierTo] of earlier) {
			if (earlierTo <= at || earlierFrom >= to) continue;
			if (earlierFrom > at) beyond.push([at, earlierFrom]);
			at = Math.max(at, earlierTo);
		}
		if (at < to) beyond.push([at, to]);
	}
	return beyond;
}

/** Union of two lists of parts. */
export function merged(parts: readonly Part[]): Part[] {
	const union: [number, number][] = [];
	for (const [from, to] of [...parts].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = union.at(-1);
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else union.push([from, to]);
	}
	return union;
}
