// The one question of this product: from each residence, the nearest of these facilities, and how far.
import { edgeTails } from "../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { bucketSearch, createWorkspace, reset, seed, type Workspace } from "./bucketSearch.ts";
import { type Homes, homesOf } from "./homes.ts";
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
	readonly homes: Homes;
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
	const edgeTail = edgeTails(graph);
	return {
		graph,
		profile,
		residences,
		facilities,
		backward: searchGraph(graph, profile, "backward"),
		edgeTail,
		homes: homesOf(graph, profile, edgeTail, residences),
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
	const doors = [...facilities].flatMap((facility) =>
		reach.facilities[facility].map((door) => ({ facility, door })),
	);
	// 1. search from every door against the walking direction
	reset(reach.workspace);
	for (const { facility, door } of doors) seedDoor(reach, door, facility, limitDm);
	bucketSearch(reach.backward, reach.workspace, limitDm);

	// 2. harvest at both ends of each residence's edge
	if (residences === "all") {
		const count = reach.residences.length;
		for (let residence = 0; residence < count; residence++)
			harvest(reach, residence, limitDm, times);
	} else for (const residence of residences) harvest(reach, residence, limitDm, times);

	// 3. doors on a residence's own edge are reached without passing an end of it
	const wanted = residences === "all" ? null : new Set(residences);
	for (const { facility, door } of doors)
		for (const residence of reach.homes.onEdge.get(door.edge) ?? [])
			if (wanted === null || wanted.has(residence))
				along(reach, residence, facility, door, limitDm, times);
}

/** Arrivals at a door come along its edge from the tail, or against it from the head where that may be walked. */
function seedDoor(
	{ graph, profile, edgeTail, workspace }: Reach,
	{ edge, offsetDm, connectorDm }: Attachment,
	facility: number,
	limitDm: number,
): void {
	if (edge === NO_EDGE || !isUsable(graph, profile, edge)) return;
	const restDm = graph.edgeLengthDm[edge] - offsetDm;
	const fromTailDm = connectorDm + partCostDm(graph, profile, edge, offsetDm);
	seed(workspace, edgeTail[edge], fromTailDm, facility, limitDm);
	if (graph.edgeReverse[edge] === NO_EDGE) return;
	const fromHeadDm = connectorDm + partCostDm(graph, profile, edge, restDm);
	seed(workspace, graph.edgeHead[edge], fromHeadDm, facility, limitDm);
}

function harvest(
	{ homes, workspace }: Reach,
	residence: number,
	limitDm: number,
	times: Times,
): void {
	const { nodeDm, nodeFacility } = workspace;
	// costs past 2^32 stay exact in doubles, so an impassable end simply exceeds the limit
	const tail = homes.tail[residence];
	const byTailDm = homes.toTailDm[residence] + nodeDm[tail];
	if (byTailDm <= limitDm) lower(times, residence, byTailDm, nodeFacility[tail]);
	const head = homes.head[residence];
	const byHeadDm = homes.toHeadDm[residence] + nodeDm[head];
	if (byHeadDm <= limitDm) lower(times, residence, byHeadDm, nodeFacility[head]);
}

function along(
	{ graph, profile, residences }: Reach,
	residence: number,
	facility: number,
	door: Attachment,
	limitDm: number,
	times: Times,
): void {
	const home = residences[residence];
	const apartDm = door.offsetDm - home.offsetDm;
	if (apartDm < 0 && graph.edgeReverse[door.edge] === NO_EDGE) return;
	const partDm = partCostDm(graph, profile, door.edge, Math.abs(apartDm));
	const costDm = home.connectorDm + partDm + door.connectorDm;
	if (costDm <= limitDm) lower(times, residence, costDm, facility);
}

function lower(times: Times, residence: number, costDm: number, facility: number): void {
	if (costDm > times.costDm[residence]) return;
	if (costDm === times.costDm[residence] && facility >= times.facility[residence]) return;
	times.costDm[residence] = costDm;
	times.facility[residence] = facility;
}
