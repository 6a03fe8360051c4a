// Residences as the harvest reads them: two nodes each and what it costs to get there. Built once per profile.
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import type { Profile } from "./profiles.ts";
import { isUsable, partCostDm } from "./searchGraph.ts";

const IMPASSABLE = 0xffff_ffff;

export interface Homes {
	/** Node at either end of each residence's edge. */
	readonly tail: Uint32Array;
	readonly head: Uint32Array;
	/** Connector plus part of the edge to that end; 2³² − 1 where that way may not be walked. */
	readonly toTailDm: Uint32Array;
	readonly toHeadDm: Uint32Array;
	/** Residences by edge, for doors on the same edge. */
	readonly onEdge: ReadonlyMap<number, readonly number[]>;
}

export function homesOf(
	graph: StreetGraph,
	profile: Profile,
	edgeTail: Uint32Array,
	residences: readonly Attachment[],
): Homes {
	const count = residences.length;
	const tail = new Uint32Array(count);
	const head = new Uint32Array(count);
	const toTailDm = new Uint32Array(count).fill(IMPASSABLE);
	const toHeadDm = new Uint32Array(count).fill(IMPASSABLE);
	const onEdge = new Map<number, number[]>();
	residences.forEach(({ edge, offsetDm, connectorDm }, residence) => {
		if (edge === NO_EDGE || !isUsable(graph, profile, edge)) return;
		tail[residence] = edgeTail[edge];
		head[residence] = graph.edgeHead[edge];
		const restDm = graph.edgeLengthDm[edge] - offsetDm;
		toHeadDm[residence] = connectorDm + partCostDm(graph, profile, edge, restDm);
		if (graph.edgeReverse[edge] !== NO_EDGE)
			toTailDm[residence] = connectorDm + partCostDm(graph, profile, edge, offsetDm);
		const neighbours = onEdge.get(edge);
		if (neighbours === undefined) onEdge.set(edge, [residence]);
		else neighbours.push(residence);
	});
	return { tail, head, toTailDm, toHeadDm, onEdge };
}
