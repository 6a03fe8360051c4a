// Links of a plan on the street graph: where an opened one meets the streets, which edge a closed one is.
import { distanceM, metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { Attachment } from "../../reach/attach.ts";
import { type Attacher, attachResidence } from "../../reach/attacher.ts";
import { type NewLink, sameGround, twinsOf } from "../../reach/links.ts";
import { edgeLine, edgeTails } from "../../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";
import type { PlanState } from "../PlanState.ts";

export interface StreetLinks {
	readonly opened: readonly NewLink[];
	/** One edge of each street that is closed. */
	readonly closed: readonly number[];
	/** Where the changed streets begin and end: whose walks change passes here. */
	readonly ends: readonly Attachment[];
}

/**
 * An opened link is as long as the straight line between its ends and the connectors to the streets they are attached
 * to; one without a street within 300 m joins nothing. A closed one is the street nearest to its place, bridges included.
 */
export function streetLinks(
	graph: StreetGraph,
	attacher: () => Attacher,
	links: PlanState["links"],
): StreetLinks {
	const opened: NewLink[] = [];
	const ends: Attachment[] = [];
	const closed = new Set<number>();
	const ground = new Set<number>();
	const twins = twinsOf(graph);
	for (const link of links.values())
		if (link.kind === "opened") {
			const [from, to] = [link.from, link.to].map((at) => attachResidence(attacher(), at));
			if (from.edge === NO_EDGE || to.edge === NO_EDGE) continue;
			const straightDm = Math.round(10 * distanceM(link.from, link.to));
			opened.push({ from, to, lengthDm: straightDm + from.connectorDm + to.connectorDm });
			ends.push(...[from, to].map((end) => ({ ...end, connectorDm: 0 })));
		} else {
			const edge = nearestEdge(graph, link.at);
			if (edge < 0 || ground.has(edge)) continue;
			closed.add(edge);
			for (const one of sameGround(graph, twins, edge)) {
				ground.add(one);
				for (const offsetDm of [0, graph.edgeLengthDm[one]])
					ends.push({ edge: one, offsetDm, connectorDm: 0, status: "attached" });
			}
		}
	return { opened, closed: [...closed], ends };
}

/** The edge nearest to a place, of equally near ones the first; -1 without streets. One pass over all. */
function nearestEdge(graph: StreetGraph, [lon, lat]: LonLat): number {
	const { lonM, latM } = metresPerDegree(lat);
	const tails = edgeTails(graph);
	let [nearest, leastM2] = [-1, Infinity];
	for (let edge = 0; edge < graph.edgeHead.length; edge++) {
		if (edge > graph.edgeReverse[edge]) continue; // the smaller of a pair holds the line
		const line = edgeLine(graph, edge, tails[edge]);
		for (let i = 0; i + 3 < line.length; i += 2) {
			const [ax, ay] = [(line[i] - lon) * lonM, (line[i + 1] - lat) * latM];
			const [dx, dy] = [(line[i + 2] - line[i]) * lonM, (line[i + 3] - line[i + 1]) * latM];
			const squared = dx * dx + dy * dy;
			const t = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
			const apartM2 = (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
			if (apartM2 >= leastM2) continue;
			leastM2 = apartM2;
			nearest = edge;
		}
	}
	return nearest;
}
