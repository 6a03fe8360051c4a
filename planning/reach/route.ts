// The walk itself: from a residence to the nearest of some doors, as a line and as parts that add up to its cost.
import FlatQueue from "flatqueue";
import type { LonLat } from "../geo/LonLat.ts";
import { edgeLine } from "../streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { cutLine } from "./isochrone/cutLine.ts";
import { edgeCostDm, partCostDm } from "./searchGraph.ts";
import { alongDm, arrivalEnds, departureEnds, type Walkable } from "./tripEnds.ts";

/** Where a walk begins. */
export interface RouteStart {
	readonly lonLat: LonLat;
	readonly home: Attachment;
}

/** One row of one door of a facility. */
export interface RouteDoor {
	/** Index of the facility; the smaller wins between equal costs. */
	readonly facility: number;
	readonly lonLat: LonLat;
	readonly door: Attachment;
}

export interface RoutePart {
	/** `connector` to or from the street, `steps`, or any other street. */
	readonly kind: "connector" | "street" | "steps";
	readonly lengthDm: number;
	/** What it adds to the cost: steps count more than their length, penalties are added. */
	readonly costDm: number;
}

export interface Route {
	readonly facility: number;
	/** Sum of the parts' costs: what `nearest` answers for this residence and these doors. */
	readonly costDm: number;
	/** Sum of the parts' lengths: metres under one's feet. */
	readonly lengthDm: number;
	readonly parts: readonly RoutePart[];
	/** From the residence to the door, in walking direction. */
	readonly line: readonly LonLat[];
}

/** How a walk ends: along the residence's own edge, or from a node to a door on one of the node's edges. */
interface Ending {
	readonly costDm: number;
	readonly target: RouteDoor;
	/** -1 along the residence's own edge. */
	readonly node: number;
	readonly byTail: boolean;
}
interface Arrival {
	readonly restDm: number;
	readonly target: RouteDoor;
	readonly byTail: boolean;
}
/** How each reached node was reached: by which arc, or from the residence by an end of its edge. */
interface Reached {
	readonly costDm: Map<number, number>;
	readonly byEdge: Map<number, number>;
	readonly startByTail: Map<number, boolean>;
}

/**
 * The walk of least cost to any of the doors; null when none is reached within `limitDm`. Cost and facility are those
 * of `nearest`; among equally short walks to the same facility it takes one, always the same. One search forward that
 * stops at the nearest door: its cost grows with the streets nearer than that.
 */
export function routeTo(
	walkable: Walkable,
	start: RouteStart,
	doors: readonly RouteDoor[],
	limitDm: number,
): Route | null {
	const reached: Reached = { costDm: new Map(), byEdge: new Map(), startByTail: new Map() };
	let best = alongOwnEdge(walkable, start, doors);
	const arrivals = arrivalsAt(walkable, doors);
	const queue = new FlatQueue<number>();
	const { graph, profile } = walkable;
	const { firstEdge, edgeHead, edgeFlags } = graph;

	const ends = departureEnds(walkable, start.home);
	ends.forEach(({ node, costDm }, end) => {
		if (costDm >= (reached.costDm.get(node) ?? Infinity)) return;
		reached.costDm.set(node, costDm);
		reached.startByTail.set(node, ends.length === 2 && end === 0);
		queue.push(node, costDm);
	});
	while (queue.length > 0) {
		const tailDm = queue.peekValue() as number;
		const tail = queue.pop() as number;
		if (tailDm > limitDm || tailDm > (best?.costDm ?? Infinity)) break;
		if (tailDm > (reached.costDm.get(tail) as number)) continue; // a shorter way was found after this was queued
		for (const { restDm, target, byTail } of arrivals.get(tail) ?? [])
			best = better(best, { costDm: tailDm + restDm, target, node: tail, byTail });
		for (let edge = firstEdge[tail]; edge < firstEdge[tail + 1]; edge++) {
			if ((edgeFlags[edge] & profile.forbiddenFlags) !== 0) continue;
			const headDm = tailDm + edgeCostDm(graph, profile, edge);
			if (headDm > limitDm || headDm >= (reached.costDm.get(edgeHead[edge]) ?? Infinity)) continue;
			reached.costDm.set(edgeHead[edge], headDm);
			reached.byEdge.set(edgeHead[edge], edge);
			queue.push(edgeHead[edge], headDm);
		}
	}
	return best === null || best.costDm > limitDm ? null : traced(walkable, start, reached, best);
}

function better(known: Ending | null, found: Ending): Ending {
	if (known === null || found.costDm < known.costDm) return found;
	const isSame = found.costDm === known.costDm;
	return isSame && found.target.facility < known.target.facility ? found : known;
}

function alongOwnEdge(
	walkable: Walkable,
	{ home }: RouteStart,
	doors: readonly RouteDoor[],
): Ending | null {
	let best: Ending | null = null;
	if (departureEnds(walkable, home).length === 0) return null;
	for (const target of doors) {
		if (target.door.edge !== home.edge) continue;
		const costDm = alongDm(walkable, home, target.door);
		if (costDm < Infinity) best = better(best, { costDm, target, node: -1, byTail: true });
	}
	return best;
}

function arrivalsAt(walkable: Walkable, doors: readonly RouteDoor[]): Map<number, Arrival[]> {
	const arrivals = new Map<number, Arrival[]>();
	for (const target of doors)
		arrivalEnds(walkable, target.door).forEach(({ node, costDm }, end) => {
			const list = arrivals.get(node) ?? [];
			arrivals.set(node, list);
			list.push({ restDm: costDm, target, byTail: end === 0 });
		});
	return arrivals;
}

function traced(walkable: Walkable, start: RouteStart, reached: Reached, ending: Ending): Route {
	const { graph, profile, edgeTail } = walkable;
	const { home } = start;
	const { door, lonLat } = ending.target;
	const trace = new Trace(walkable, start.lonLat);
	trace.connector(home.connectorDm);
	if (ending.node < 0) trace.partOf(home.edge, home.offsetDm, door.offsetDm);
	else {
		// the arcs, found from the door backwards
		const edges: number[] = [];
		let node = ending.node;
		for (let edge = reached.byEdge.get(node); edge !== undefined; edge = reached.byEdge.get(node)) {
			edges.push(edge);
			node = edgeTail[edge];
		}
		const homeEndDm = reached.startByTail.get(node) ? 0 : graph.edgeLengthDm[home.edge];
		trace.partOf(home.edge, home.offsetDm, homeEndDm);
		for (const edge of edges.reverse())
			trace.whole(edge, edgeCostDm(graph, profile, edge), arcLine(graph, edge, edgeTail[edge]));
		trace.partOf(door.edge, ending.byTail ? 0 : graph.edgeLengthDm[door.edge], door.offsetDm);
	}
	trace.connector(door.connectorDm);
	trace.draw(lonLat);
	return trace.finish(ending.target.facility);
}

/** A walk put together piece by piece. */
class Trace {
	private readonly walkable: Walkable;
	private readonly parts: RoutePart[] = [];
	private readonly line: LonLat[] = [];

	constructor(walkable: Walkable, from: LonLat) {
		this.walkable = walkable;
		this.draw(from);
	}

	connector(lengthDm: number): void {
		if (lengthDm > 0) this.parts.push({ kind: "connector", lengthDm, costDm: lengthDm });
	}

	/** Along an edge from one offset to another, in either direction. */
	partOf(edge: number, fromDm: number, toDm: number): void {
		const { graph, profile, edgeTail } = this.walkable;
		const [low, high] = [Math.min(fromDm, toDm), Math.max(fromDm, toDm)];
		const costDm = partCostDm(graph, profile, edge, high - low);
		const whole = edgeLine(graph, edge, edgeTail[edge]);
		const line = cutLine(whole, graph.edgeLengthDm[edge], [low, high]);
		this.add(edge, high - low, costDm, fromDm <= toDm ? line : backwards(line));
	}

	whole(edge: number, costDm: number, line: readonly number[]): void {
		this.add(edge, this.walkable.graph.edgeLengthDm[edge], costDm, line);
	}

	draw([lon, lat]: LonLat): void {
		const last = this.line.at(-1);
		const isSame = last !== undefined && near(last[0], lon) && near(last[1], lat);
		if (!isSame) this.line.push([lon, lat]);
	}

	finish(facility: number): Route {
		const { parts, line } = this;
		const sum = (of: (part: RoutePart) => number) => parts.reduce((all, part) => all + of(part), 0);
		return {
			facility,
			costDm: sum(({ costDm }) => costDm),
			lengthDm: sum(({ lengthDm }) => lengthDm),
			parts,
			line,
		};
	}

	private add(edge: number, lengthDm: number, costDm: number, line: readonly number[]): void {
		const isSteps = (this.walkable.graph.edgeFlags[edge] & EDGE_FLAG.steps) !== 0;
		if (lengthDm > 0 || costDm > 0)
			this.parts.push({ kind: isSteps ? "steps" : "street", lengthDm, costDm });
		for (let i = 0; i < line.length; i += 2) this.draw([line[i], line[i + 1]]);
	}
}

/** A millimetre: the same point calculated from its two sides. */
function near(a: number, b: number): boolean {
	return Math.abs(a - b) < 1e-8;
}

/** The line of any arc in its own direction; of a pair only one holds the shape. */
function arcLine(graph: StreetGraph, edge: number, tail: number): number[] {
	const reverse = graph.edgeReverse[edge];
	if (reverse === NO_EDGE || edge < reverse) return edgeLine(graph, edge, tail);
	return backwards(edgeLine(graph, reverse, graph.edgeHead[edge]));
}

function backwards(line: readonly number[]): number[] {
	const turned: number[] = [];
	for (let i = line.length - 2; i >= 0; i -= 2) turned.push(line[i], line[i + 1]);
	return turned;
}
