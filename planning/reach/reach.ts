// The one question of this product: from each residence, the nearest of these facilities, and how far.
import { edgeTails } from "../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { bucketSearch, createWorkspace, reset, seed, type Workspace } from "./bucketSearch.ts";
import type { Profile } from "./profiles.ts";
import { isUsable, partCostDm, type SearchGraph, searchGraph } from "./searchGraph.ts";

/** Cost of what was not reached within the limit. */
export const UNREACHED_DM = 0xffff_ffff;

/** A street graph seen with one profile, with residences and facilities attached. */
export interface Reach {
	readonly graph: StreetGraph;
	readonly profile: Profile;
	/** One per residence. */
	readonly residences: readonly Attachment[];
	/** One or more per facility: a row per entrance, and a second row for a door on a private way. */
	readonly facilities: readonly (readonly Attachment[])[];
	readonly backward: SearchGraph;
	readonly edgeTail: Uint32Array;
	readonly workspace: Workspace;
}

/** Best (cost, facility) per residence; start with `noTimes`, then let any number of searches lower it. */
export interface Times {
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
}

/** Make a reach; one pass over the graph. Not to be shared between threads: it holds the search's memory. */
export function reachFor(
	graph: StreetGraph,
	profile: Profile,
	residences: readonly Attachment[],
	facilities: readonly (readonly Attachment[])[],
): Reach {
	return {
		graph,
		profile,
		residences,
		facilities,
		backward: searchGraph(graph, profile, "backward"),
		edgeTail: edgeTails(graph),
		workspace: createWorkspace(graph.firstEdge.length - 1),
	};
}

/** Nobody reaches anything yet. */
export function noTimes(residenceCount: number): Times {
	return {
		costDm: new Uint32Array(residenceCount).fill(UNREACHED_DM),
		facility: new Int32Array(residenceCount).fill(-1),
	};
}

/**
 * Lower `times` by walks of at most `limitDm` from residences to the nearest of `facilities` (indices).
 * Walks follow the arcs' direction from residence to facility; equal costs give the smaller facility index.
 */
export function nearest(
	reach: Reach,
	facilities: Iterable<number>,
	residences: Iterable<number> | "all",
	limitDm: number,
	times: Times,
): void {
	reset(reach.workspace);
	const onEdge = new Map<number, number[]>(); // edge → facility, offset, connector, …
	for (const facility of facilities)
		for (const door of reach.facilities[facility]) {
			if (door.edge === NO_EDGE) continue;
			seedDoor(reach, door, facility, limitDm);
			const doors = onEdge.get(door.edge);
			if (doors === undefined) onEdge.set(door.edge, [facility, door.offsetDm, door.connectorDm]);
			else doors.push(facility, door.offsetDm, door.connectorDm);
		}
	bucketSearch(reach.backward, reach.workspace, limitDm);
	if (residences === "all")
		for (let residence = 0; residence < reach.residences.length; residence++)
			harvest(reach, residence, onEdge, limitDm, times);
	else for (const residence of residences) harvest(reach, residence, onEdge, limitDm, times);
}

/** Arrivals at a door come along its edge from the tail, or against it from the head where that may be walked. */
function seedDoor(
	{ graph, profile, edgeTail, workspace }: Reach,
	door: Attachment,
	facility: number,
	limitDm: number,
): void {
	const { edge, offsetDm, connectorDm } = door;
	if (!isUsable(graph, profile, edge)) return;
	const restDm = graph.edgeLengthDm[edge] - offsetDm;
	seed(
		workspace,
		edgeTail[edge],
		partCostDm(graph, profile, edge, offsetDm) + connectorDm,
		facility,
		limitDm,
	);
	if (graph.edgeReverse[edge] !== NO_EDGE)
		seed(
			workspace,
			graph.edgeHead[edge],
			partCostDm(graph, profile, edge, restDm) + connectorDm,
			facility,
			limitDm,
		);
}

function harvest(
	reach: Reach,
	residence: number,
	onEdge: ReadonlyMap<number, readonly number[]>,
	limitDm: number,
	times: Times,
): void {
	const { graph, profile, edgeTail, workspace } = reach;
	const { edge, offsetDm, connectorDm } = reach.residences[residence];
	if (edge === NO_EDGE || !isUsable(graph, profile, edge)) return;
	const isTwoWay = graph.edgeReverse[edge] !== NO_EDGE;
	const lower = (restDm: number, facility: number) => {
		const costDm = connectorDm + restDm;
		if (costDm > limitDm || costDm > times.costDm[residence]) return;
		if (costDm === times.costDm[residence] && facility >= times.facility[residence]) return;
		times.costDm[residence] = costDm;
		times.facility[residence] = facility;
	};

	// 1. to the head along the arc, to the tail against it
	const head = graph.edgeHead[edge];
	const tail = edgeTail[edge];
	if (workspace.nodeDm[head] !== UNREACHED_DM) {
		const partDm = partCostDm(graph, profile, edge, graph.edgeLengthDm[edge] - offsetDm);
		lower(partDm + workspace.nodeDm[head], workspace.nodeFacility[head]);
	}
	if (isTwoWay && workspace.nodeDm[tail] !== UNREACHED_DM)
		lower(
			partCostDm(graph, profile, edge, offsetDm) + workspace.nodeDm[tail],
			workspace.nodeFacility[tail],
		);

	// 2. straight to a door on the same edge
	const doors = onEdge.get(edge);
	if (doors === undefined) return;
	for (let i = 0; i < doors.length; i += 3) {
		const apartDm = doors[i + 1] - offsetDm;
		if (apartDm < 0 && !isTwoWay) continue;
		lower(partCostDm(graph, profile, edge, Math.abs(apartDm)) + doors[i + 2], doors[i]);
	}
}
