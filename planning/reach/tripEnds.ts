// The two ways a trip may end or begin at a point on an edge: by its tail and, where it may be walked back, by its head.
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import type { Profile } from "./profiles.ts";
import { isUsable, partCostDm } from "./searchGraph.ts";

/** What trip ends need to know of a reach. */
export interface Walkable {
	readonly graph: StreetGraph;
	readonly profile: Profile;
	readonly edgeTail: Uint32Array;
}

/** A junction and what the rest of the way between it and the point costs, connector included. */
export interface TripEnd {
	readonly node: number;
	readonly costDm: number;
}

/** Junctions from which the point is the next stop: seeds of a backward search. Empty when not attached. */
export function arrivalEnds(walkable: Walkable, point: Attachment): TripEnd[] {
	const { graph, edgeTail } = walkable;
	if (!isOnStreet(walkable, point)) return [];
	const byTail = { node: edgeTail[point.edge], costDm: tailSideDm(walkable, point) };
	if (graph.edgeReverse[point.edge] === NO_EDGE) return [byTail];
	return [byTail, { node: graph.edgeHead[point.edge], costDm: headSideDm(walkable, point) }];
}

/** Junctions that are the next stop from the point: seeds of a forward search. Empty when not attached. */
export function departureEnds(walkable: Walkable, point: Attachment): TripEnd[] {
	const { graph, edgeTail } = walkable;
	if (!isOnStreet(walkable, point)) return [];
	const byHead = { node: graph.edgeHead[point.edge], costDm: headSideDm(walkable, point) };
	if (graph.edgeReverse[point.edge] === NO_EDGE) return [byHead];
	return [{ node: edgeTail[point.edge], costDm: tailSideDm(walkable, point) }, byHead];
}

/** Is the point on an edge that the profile may use? */
export function isOnStreet({ graph, profile }: Walkable, { edge }: Attachment): boolean {
	return edge !== NO_EDGE && isUsable(graph, profile, edge);
}

function tailSideDm({ graph, profile }: Walkable, point: Attachment): number {
	return point.connectorDm + partCostDm(graph, profile, point.edge, point.offsetDm);
}

function headSideDm({ graph, profile }: Walkable, point: Attachment): number {
	const restDm = graph.edgeLengthDm[point.edge] - point.offsetDm;
	return point.connectorDm + partCostDm(graph, profile, point.edge, restDm);
}

/** Cost from a home to a door on the same edge without passing an end of it; Infinity against a one-way arrow. */
export function alongDm({ graph, profile }: Walkable, home: Attachment, door: Attachment): number {
	const apartDm = door.offsetDm - home.offsetDm;
	if (apartDm < 0 && graph.edgeReverse[door.edge] === NO_EDGE) return Infinity;
	const partDm = partCostDm(graph, profile, door.edge, Math.abs(apartDm));
	return home.connectorDm + partDm + door.connectorDm;
}
