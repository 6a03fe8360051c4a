// The street graph as one profile may use it, turned so that a search can follow it against the walking direction.
import { edgeTails } from "../streets/edgeLine.ts";
import { EDGE_FLAG, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Profile } from "./profiles.ts";

/** CSR with neighbour and cost side by side: `arcs[2i]`, `arcs[2i + 1]` for i in `first[n] … first[n+1]-1`. */
export interface SearchGraph {
	readonly first: Uint32Array;
	readonly arcs: Uint32Array;
}

/** May this profile use the arc? */
export function isUsable(graph: StreetGraph, profile: Profile, edge: number): boolean {
	return (graph.edgeFlags[edge] & profile.forbiddenFlags) === 0;
}

/** Cost of a whole arc, decimetres of level walking. */
export function edgeCostDm(graph: StreetGraph, profile: Profile, edge: number): number {
	const penaltyDm = Math.round((graph.edgePenaltyDs[edge] * profile.speedMPerMin) / 60);
	return partCostDm(graph, profile, edge, graph.edgeLengthDm[edge]) + penaltyDm;
}

/** Cost of a part of an arc; the penalty belongs to the whole arc only. */
export function partCostDm(
	graph: StreetGraph,
	profile: Profile,
	edge: number,
	lengthDm: number,
): number {
	const isSteps = (graph.edgeFlags[edge] & EDGE_FLAG.steps) !== 0;
	return isSteps ? Math.round(lengthDm * profile.stepFactor) : lengthDm;
}

/** `backward`: from a facility to everyone who can walk to it. `forward`: from an origin to all it can reach. */
export function searchGraph(
	graph: StreetGraph,
	profile: Profile,
	direction: "backward" | "forward",
): SearchGraph {
	const tails = edgeTails(graph);
	const [from, to] = direction === "forward" ? [tails, graph.edgeHead] : [graph.edgeHead, tails];
	const nodeCount = graph.firstEdge.length - 1;
	const first = new Uint32Array(nodeCount + 1);
	for (let edge = 0; edge < from.length; edge++)
		if (isUsable(graph, profile, edge)) first[from[edge] + 1]++;
	for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
	const next = first.slice();
	const arcs = new Uint32Array(first[nodeCount] * 2);
	for (let edge = 0; edge < from.length; edge++) {
		if (!isUsable(graph, profile, edge)) continue;
		const slot = 2 * next[from[edge]]++;
		arcs[slot] = to[edge];
		arcs[slot + 1] = Math.min(edgeCostDm(graph, profile, edge), 0xffff_ffff);
	}
	return { first, arcs };
}
