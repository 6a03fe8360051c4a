// An independent judge of walk times: knows the street graph and the definition, none of the search.
import FlatQueue from "flatqueue";
import { type Reach, UNREACHED_DM } from "../../planning/reach/reach.ts";
import { NO_EDGE } from "../../planning/streets/StreetGraph.ts";

/** The nearest of these facilities to one residence within the limit, slowly: a heap Dijkstra along the arcs. */
export function byDefinition(
	reach: Reach,
	residence: number,
	facilities: readonly number[],
	limitDm: number,
): [number, number] {
	const { graph, profile } = reach;
	const factor = (edge: number) => ((graph.edgeFlags[edge] & 1) !== 0 ? profile.stepFactor : 1);
	const part = (edge: number, dm: number) => Math.round(dm * factor(edge));
	const isOpen = (edge: number) => (graph.edgeFlags[edge] & profile.forbiddenFlags) === 0;
	const penalty = (edge: number) =>
		Math.round((graph.edgePenaltyDs[edge] * profile.speedMPerMin) / 60);
	const home = reach.residences[residence];
	if (home.edge === NO_EDGE || !isOpen(home.edge)) return [UNREACHED_DM, -1];
	const best = new Map<number, number>();
	const queue = new FlatQueue<number>();
	const lower = (node: number, dm: number) => {
		if (dm <= limitDm && dm < (best.get(node) ?? Infinity)) {
			best.set(node, dm);
			queue.push(node, dm);
		}
	};
	const twoWay = (edge: number) => graph.edgeReverse[edge] !== NO_EDGE;
	lower(
		graph.edgeHead[home.edge],
		home.connectorDm + part(home.edge, graph.edgeLengthDm[home.edge] - home.offsetDm),
	);
	if (twoWay(home.edge))
		lower(reach.edgeTail[home.edge], home.connectorDm + part(home.edge, home.offsetDm));
	while (queue.length > 0) {
		const dm = queue.peekValue() as number;
		const node = queue.pop() as number;
		if (dm > (best.get(node) as number)) continue;
		for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++)
			if (isOpen(edge))
				lower(graph.edgeHead[edge], dm + part(edge, graph.edgeLengthDm[edge]) + penalty(edge));
	}
	let answer: [number, number] = [UNREACHED_DM, -1];
	for (const facility of facilities)
		for (const door of reach.facilities[facility]) {
			if (door.edge === NO_EDGE || !isOpen(door.edge)) continue;
			const ways = [
				(best.get(reach.edgeTail[door.edge]) ?? Infinity) + part(door.edge, door.offsetDm),
			];
			if (twoWay(door.edge))
				ways.push(
					(best.get(graph.edgeHead[door.edge]) ?? Infinity) +
						part(door.edge, graph.edgeLengthDm[door.edge] - door.offsetDm),
				);
			if (door.edge === home.edge && (twoWay(door.edge) || door.offsetDm >= home.offsetDm))
				ways.push(home.connectorDm + part(door.edge, Math.abs(door.offsetDm - home.offsetDm)));
			const dm = Math.min(...ways) + door.connectorDm;
			if (dm > limitDm) continue;
			if (dm < answer[0] || (dm === answer[0] && facility < answer[1])) answer = [dm, facility];
		}
	return answer;
}
