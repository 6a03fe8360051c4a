// Attached places as the search reads them: the two slots at the ends of their edge and what it costs to get there.
import { NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import type { Profile } from "./profiles.ts";
import { type Records, SHUT_DM } from "./records.ts";
import { isUsable, partCostDm } from "./searchGraph.ts";

/** Rows of attachments; a row without a usable edge has `edge` -1 and ends that are never reached. */
export interface Ends {
	readonly edge: Int32Array;
	readonly offsetDm: Uint32Array;
	readonly connectorDm: Uint32Array;
	/** Slots of the edge's tail and head. */
	readonly tailSlot: Int32Array;
	readonly headSlot: Int32Array;
	/** Connector plus part of the edge; `SHUT_DM` where that way may not be walked. */
	readonly tailDm: Int32Array;
	readonly headDm: Int32Array;
}

/** `homes` leave along their edge's arrow, `doors` are arrived at along it; both ways where it may be walked both ways. */
export function endsOf(
	{ graph, profile, edgeTail, records }: Streets,
	attachments: readonly Attachment[],
	role: "homes" | "doors",
): Ends {
	const ends = emptyEnds(attachments.length, records);
	attachments.forEach(({ edge, offsetDm, connectorDm }, row) => {
		if (edge === NO_EDGE || !isUsable(graph, profile, edge)) return;
		const isTwoWay = graph.edgeReverse[edge] !== NO_EDGE;
		ends.edge[row] = edge;
		ends.offsetDm[row] = offsetDm;
		ends.connectorDm[row] = connectorDm;
		if (isTwoWay || role === "doors") {
			const partDm = partCostDm(graph, profile, edge, offsetDm);
			ends.tailSlot[row] = records.slotOf[edgeTail[edge]];
			ends.tailDm[row] = Math.min(connectorDm + partDm, SHUT_DM);
		}
		if (isTwoWay || role === "homes") {
			const partDm = partCostDm(graph, profile, edge, graph.edgeLengthDm[edge] - offsetDm);
			ends.headSlot[row] = records.slotOf[graph.edgeHead[edge]];
			ends.headDm[row] = Math.min(connectorDm + partDm, SHUT_DM);
		}
	});
	return ends;
}

/** The parts of a reach that say what may be walked. */
export interface Streets {
	readonly graph: StreetGraph;
	readonly profile: Profile;
	readonly edgeTail: Uint32Array;
	readonly records: Records;
}

function emptyEnds(count: number, { slotOf }: Records): Ends {
	const nowhere = slotOf[slotOf.length - 1];
	return {
		edge: new Int32Array(count).fill(-1),
		offsetDm: new Uint32Array(count),
		connectorDm: new Uint32Array(count),
		tailSlot: new Int32Array(count).fill(nowhere),
		headSlot: new Int32Array(count).fill(nowhere),
		tailDm: new Int32Array(count).fill(SHUT_DM),
		headDm: new Int32Array(count).fill(SHUT_DM),
	};
}

/** Cost of the walk from a home to a door of the same edge without passing an end of it; `SHUT_DM` against a one-way. */
export function alongDm(
	streets: Pick<Streets, "graph" | "profile">,
	homes: Ends,
	home: number,
	doors: Ends,
	door: number,
): number {
	const partDm = betweenDm(streets, doors.edge[door], homes.offsetDm[home], doors.offsetDm[door]);
	return Math.min(homes.connectorDm[home] + partDm + doors.connectorDm[door], SHUT_DM);
}

/** Cost of walking along an edge from one offset to another; `SHUT_DM` against a one-way. */
export function betweenDm(
	{ graph, profile }: Pick<Streets, "graph" | "profile">,
	edge: number,
	fromDm: number,
	toDm: number,
): number {
	if (toDm < fromDm && graph.edgeReverse[edge] === NO_EDGE) return SHUT_DM;
	return Math.min(partCostDm(graph, profile, edge, Math.abs(toDm - fromDm)), SHUT_DM);
}
