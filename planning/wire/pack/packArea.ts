// Which nodes a pack needs: the district, its halo, and every node that a walk from its residences can pass.
import FlatQueue from "flatqueue";
import { indexPoints } from "../../city/nearPoints.ts";
import type { Located } from "../../coverage/located.ts";
import { boxAround, isInBox } from "../../geo/box.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { Attachment } from "../../reach/attach.ts";
import { edgeTails } from "../../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";

/** Border corners are thickened to this spacing, so the nearest of them is at most half of it too far. */
const BORDER_STEP_M = 40;

/** A residence's walk: where it begins and how far it may lead, in decimetres of street. */
export interface Budget {
	readonly home: Attachment;
	readonly budgetDm: number;
}

/**
 * Mark every node that a walk of at most its budget from a residence can pass. The halo rule, exactly: a walk's cost is
 * never less than the length of its streets (steps and penalties only add, connectors count), so a walk that costs at
 * most the budget passes only marked nodes. One search with all residences as sources, the poorer starting later.
 */
export function markWalked(
	graph: StreetGraph,
	budgets: readonly Budget[],
	isKept: Uint8Array,
): void {
	const { firstEdge, edgeHead, edgeReverse, edgeLengthDm } = graph;
	const tails = edgeTails(graph);
	const richest = budgets.reduce((most, { budgetDm }) => Math.max(most, budgetDm), 0);
	const spentDm = new Float64Array(firstEdge.length - 1).fill(Infinity);
	const queue = new FlatQueue<number>();
	const arrive = (node: number, dm: number) => {
		if (dm > richest || dm >= spentDm[node]) return;
		spentDm[node] = dm;
		queue.push(node, dm);
	};
	for (const { home, budgetDm } of budgets) {
		const { edge, offsetDm, connectorDm } = home;
		if (edge === NO_EDGE) continue;
		const startDm = richest - budgetDm + connectorDm;
		arrive(edgeHead[edge], startDm + edgeLengthDm[edge] - offsetDm);
		if (edgeReverse[edge] !== NO_EDGE) arrive(tails[edge], startDm + offsetDm);
	}
	while (queue.length > 0) {
		const dm = queue.peekValue() as number;
		const node = queue.pop() as number;
		if (dm > spentDm[node]) continue; // a shorter way was found after this entry was queued
		isKept[node] = 1;
		for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
			arrive(edgeHead[edge], dm + edgeLengthDm[edge]);
	}
}

/**
 * Mark the nodes inside the given cells and those at most `haloM` from their border as the crow flies (at most
 * 20 m more): what a link not yet open, or a facility not yet there, could bring into reach.
 */
export function markNear(
	graph: StreetGraph,
	located: Located,
	isOwnCell: (cell: number) => boolean,
	haloM: number,
	isKept: Uint8Array,
): void {
	const border = borderPoints(located, isOwnCell);
	if (border.length === 0) return;
	const index = indexPoints(border);
	const box = boxAround(border, haloM);
	for (let node = 0; node < isKept.length; node++) {
		const place: LonLat = [graph.nodeLonLat[2 * node], graph.nodeLonLat[2 * node + 1]];
		if (isKept[node] === 1 || !isInBox(place, box)) continue;
		const part = located.cells.partAt(place);
		const isInside = part >= 0 && isOwnCell(located.cells.parts[part].cell);
		const isNear = () => index.nearest(place, 1)[0].distanceM <= haloM + BORDER_STEP_M / 2;
		if (isInside || isNear()) isKept[node] = 1;
	}
}

function borderPoints({ cells }: Located, isOwnCell: (cell: number) => boolean): LonLat[] {
	const points: LonLat[] = [];
	for (const { cell, rings } of cells.parts) {
		if (!isOwnCell(cell)) continue;
		const [outer] = rings; // holes lie inside, where nodes are kept or belong to another district
		for (let i = 0; i + 1 < outer.length; i++) addSteps(points, outer[i], outer[i + 1]);
	}
	return points;
}

function addSteps(points: LonLat[], from: LonLat, to: LonLat): void {
	const steps = Math.max(1, Math.ceil(distanceM(from, to) / BORDER_STEP_M));
	for (let step = 0; step < steps; step++) {
		const share = step / steps;
		points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
	}
}
