// Small random cities, and what every walk in them costs by definition: a heap Dijkstra from each residence.
import fc from "fast-check";
import FlatQueue from "flatqueue";
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import type { Profile } from "../../planning/reach/profiles.ts";
import { type Reach, reachFor } from "../../planning/reach/reach.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import { NO_EDGE } from "../../planning/streets/StreetGraph.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import { at, desertGrid } from "./streetScene.ts";
import { ADULT, type PlaceM } from "./walk.ts";

const SIDE = 6;
const BLOCK_M = 100;
const place = fc.tuple(fc.integer({ min: -50, max: 560 }), fc.integer({ min: -50, max: 560 }));

export interface RandomCity {
	readonly gates: readonly number[];
	readonly oneWays: readonly number[];
	readonly privates: readonly number[];
	readonly homes: readonly PlaceM[];
	readonly doors: readonly PlaceM[];
}

/** A 6 × 6 grid with shut gates, one-way foot paths, private ways, one row of steps; homes and doors anywhere. */
export const randomCity: fc.Arbitrary<RandomCity> = fc.record({
	gates: fc.array(fc.nat(SIDE * SIDE - 1), { maxLength: 5 }),
	oneWays: fc.array(fc.nat(SIDE - 1), { maxLength: 3 }),
	privates: fc.array(fc.integer({ min: SIDE + 1, max: 2 * SIDE - 1 }), { maxLength: 2 }),
	homes: fc.array(place, { minLength: 1, maxLength: 12 }),
	doors: fc.array(place, { minLength: 1, maxLength: 6 }),
});

export function reachOfCity({ gates, oneWays, privates, homes, doors }: RandomCity): Reach {
	const scene = desertGrid({ columns: SIDE, rows: SIDE, blockM: BLOCK_M });
	const ways = scene.ways.map((way, i) => ({ ...way, tags: tagsOf(i) ?? way.tags }));
	const nodeTags = new Map(gates.map((node) => [node + 1, { barrier: "gate", access: "no" }]));
	return reachIn({ ways, lonOf: scene.lonOf, latOf: scene.latOf, nodeTags }, { homes, doors });
	function tagsOf(i: number): Record<string, string> | undefined {
		if (oneWays.includes(i)) return { highway: "footway", "oneway:foot": "yes" };
		if (privates.includes(i)) return { highway: "service", access: "private" };
		return i === SIDE ? { highway: "steps" } : undefined;
	}
}

/** A reach over any scene, homes and doors in metres. */
export function reachIn(
	scene: WaySet,
	{
		homes = [],
		doors = [],
		profile = ADULT,
	}: {
		readonly homes?: readonly PlaceM[];
		readonly doors?: readonly PlaceM[];
		readonly profile?: Profile;
	},
): Reach {
	const { graph, barriers } = compileStreets(scene);
	const attacher = createAttacher(graph, barriers);
	return reachFor(
		graph,
		profile,
		homes.map(([eastM, northM]) => attachResidence(attacher, at(eastM, northM))),
		doors.map(([eastM, northM]) => attachFacility(attacher, at(eastM, northM))),
	);
}

/** Cost from a residence to every node by definition; Infinity where there is no way. */
export function nodeCosts({ graph, profile, edgeTail, residences }: Reach, home: number): number[] {
	const costs = new Array<number>(graph.firstEdge.length - 1).fill(Infinity);
	const { edge, offsetDm, connectorDm } = residences[home];
	if (edge === NO_EDGE) return costs;
	const part = (arc: number, dm: number) =>
		Math.round(dm * ((graph.edgeFlags[arc] & 1) !== 0 ? profile.stepFactor : 1));
	const queue = new FlatQueue<number>();
	const lower = (node: number, dm: number) => {
		if (dm >= costs[node]) return;
		costs[node] = dm;
		queue.push(node, dm);
	};
	lower(graph.edgeHead[edge], connectorDm + part(edge, graph.edgeLengthDm[edge] - offsetDm));
	if (graph.edgeReverse[edge] !== NO_EDGE)
		lower(edgeTail[edge], connectorDm + part(edge, offsetDm));
	while (queue.length > 0) {
		const dm = queue.peekValue() as number;
		const node = queue.pop() as number;
		if (dm > costs[node]) continue;
		for (let arc = graph.firstEdge[node]; arc < graph.firstEdge[node + 1]; arc++)
			lower(graph.edgeHead[arc], dm + part(arc, graph.edgeLengthDm[arc]));
	}
	return costs;
}

/** `matrix[residence][facility]`: the walk in decimetres by definition; Infinity where there is none. */
export function costMatrix(reach: Reach): number[][] {
	const { graph, profile, edgeTail } = reach;
	const part = (arc: number, dm: number) =>
		Math.round(dm * ((graph.edgeFlags[arc] & 1) !== 0 ? profile.stepFactor : 1));
	return reach.residences.map((home, residence) => {
		const costs = nodeCosts(reach, residence);
		return reach.facilities.map((doors) =>
			Math.min(
				...doors.map(({ edge, offsetDm, connectorDm }) => {
					if (edge === NO_EDGE || home.edge === NO_EDGE) return Infinity;
					const isTwoWay = graph.edgeReverse[edge] !== NO_EDGE;
					const ways = [costs[edgeTail[edge]] + part(edge, offsetDm)];
					if (isTwoWay)
						ways.push(
							costs[graph.edgeHead[edge]] + part(edge, graph.edgeLengthDm[edge] - offsetDm),
						);
					if (edge === home.edge && (isTwoWay || offsetDm >= home.offsetDm))
						ways.push(home.connectorDm + part(edge, Math.abs(offsetDm - home.offsetDm)));
					return Math.min(...ways) + connectorDm;
				}),
			),
		);
	});
}
