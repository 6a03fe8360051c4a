// Gain: how many people without a facility would get one if it stood here.
import { bucketSearch, createWorkspace, reset, seed } from "./bucketSearch.ts";
import { catchmentOf, createCatchment, type HomeIndex } from "./catchment.ts";
import type { Weights } from "./counts.ts";
import { nodePlaces } from "./nodePlaces.ts";
import type { Reach } from "./reach.ts";
import { searchGraph } from "./searchGraph.ts";
import { departureEnds } from "./tripEnds.ts";

/** Whom a new facility would help: people by residence, 0 for those who are covered already. */
export interface Uncovered {
	readonly people: Weights;
	readonly limitDm: number;
}

/**
 * For each node, the uncovered people who walk at most `limitDm` to a facility at that junction.
 * One bounded forward search per uncovered residence; residences at the same door are searched once.
 * Both copies of a private place (see `nodePlaces`) carry the number of the place.
 */
export function gainByNode(reach: Reach, { people, limitDm }: Uncovered): Float64Array {
	const { graph, profile } = reach;
	const nodeCount = graph.firstEdge.length - 1;
	const forward = searchGraph(graph, profile, "forward");
	const place = nodePlaces(graph);
	const workspace = createWorkspace(nodeCount);
	const gain = new Float64Array(nodeCount);
	const lastSearch = new Int32Array(nodeCount).fill(-1);
	for (const [residence, sum] of peopleByDoor(reach, people)) {
		reset(workspace);
		for (const { node, costDm } of departureEnds(reach, reach.residences[residence]))
			seed(workspace, node, costDm, 0, limitDm);
		bucketSearch(forward, workspace, limitDm);
		for (let i = 0; i < workspace.touchedCount; i++) {
			const at = place[workspace.touched[i]];
			if (lastSearch[at] === residence) continue;
			lastSearch[at] = residence;
			gain[at] += sum;
		}
	}
	for (let node = 0; node < nodeCount; node++) gain[node] = gain[place[node]];
	return gain;
}

/**
 * For each of some facilities (candidates attached like any other, by index), the uncovered people within `limitDm`
 * of it. One bounded search per candidate.
 */
export function gainAt(
	reach: Reach,
	homeIndex: HomeIndex,
	candidates: ArrayLike<number>,
	{ people, limitDm }: Uncovered,
): Float64Array {
	const catchment = createCatchment(reach.residences.length);
	return Float64Array.from(candidates, (candidate) => {
		catchmentOf(reach, homeIndex, reach.facilities[candidate], limitDm, catchment);
		let sum = 0;
		for (let i = 0; i < catchment.count; i++) sum += people[catchment.residence[i]];
		return sum;
	});
}

/** One residence of each door with the uncovered people behind it, in order of residences. */
function peopleByDoor({ residences }: Reach, people: Weights): [number, number][] {
	const byDoor = new Map<string, [number, number]>();
	residences.forEach(({ edge, offsetDm, connectorDm }, residence) => {
		if (people[residence] === 0) return;
		const door = `${edge} ${offsetDm} ${connectorDm}`;
		const known = byDoor.get(door);
		if (known === undefined) byDoor.set(door, [residence, people[residence]]);
		else known[1] += people[residence];
	});
	return [...byDoor.values()];
}
