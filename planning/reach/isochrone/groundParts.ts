// Edges as they lie on the ground: each stretch once, though a private way is built twice.
import { edgeLine, privateTwin } from "../../streets/edgeLine.ts";
import { EDGE_FLAG } from "../../streets/StreetGraph.ts";
import type { Labels, Walker } from "./labels.ts";
import { merged, type Part, reachedParts } from "./reachedParts.ts";

const NOT_ON_GROUND = EDGE_FLAG.link | EDGE_FLAG.privateEnd;

/** Is this the arc that stands for its stretch? Not the second of a pair, a link, or the end copy of a private way. */
export function isGroundEdge({ graph }: Walker, edge: number): boolean {
	return edge <= graph.edgeReverse[edge] && (graph.edgeFlags[edge] & NOT_ON_GROUND) === 0;
}

/** Reached parts of a stretch: what either copy of a private way reaches. */
export function groundParts(
	walker: Walker,
	labels: Labels,
	edge: number,
	limitDm: number = labels.limitDm,
): Part[] {
	const parts = reachedParts(walker, labels, edge, limitDm);
	const { graph, edgeTail } = walker;
	if ((graph.edgeFlags[edge] & EDGE_FLAG.privateStart) === 0) return parts;
	const twin = privateTwin(graph, edge);
	if (twin < 0) return parts;
	const { nodeLonLat, edgeLengthDm } = graph;
	const [tail, twinTail] = [edgeTail[edge], edgeTail[twin]];
	const isSameWay =
		nodeLonLat[2 * tail] === nodeLonLat[2 * twinTail] &&
		nodeLonLat[2 * tail + 1] === nodeLonLat[2 * twinTail + 1];
	const lengthDm = edgeLengthDm[edge];
	const twinParts = reachedParts(walker, labels, twin, limitDm).map(
		([from, to]): Part => (isSameWay ? [from, to] : [lengthDm - to, lengthDm - from]),
	);
	return merged([...parts, ...twinParts]);
}

/** lon, lat, lon, lat … of a whole stretch. */
export function groundLine({ graph, edgeTail }: Walker, edge: number): number[] {
	return edgeLine(graph, edge, edgeTail[edge]);
}
