// Everyone who can walk to one facility, from one bounded search around it. Counts, gains and E2SFCA are read off it.
// The harvest is local: only residences at reached junctions are looked at, however large the city.
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { bucketSearch, reset, seed } from "./bucketSearch.ts";
import type { Homes } from "./homes.ts";
import { type Reach, UNREACHED_DM } from "./reach.ts";
import { alongDm, arrivalEnds } from "./tripEnds.ts";

/** Residences by junction (CSR): pairs [residence, cost of the way between them] `first[n] … first[n+1]-1`. */
export interface HomesByNode {
	readonly first: Uint32Array;
	readonly pairs: Uint32Array;
}

/** The residences within reach of a facility: `residence[0 … count-1]`, each with its cost in `costDm[residence]`. */
export interface Catchment {
	count: number;
	readonly residence: Uint32Array;
	/** By residence index; UNREACHED_DM for everyone else. */
	readonly costDm: Uint32Array;
}

/** Turn homes around, once per reach: 16 bytes per residence and 4 per node. */
export function homesByNode(nodeCount: number, homes: Homes): HomesByNode {
	const first = new Uint32Array(nodeCount + 1);
	const ends = [
		[homes.tail, homes.toTailDm],
		[homes.head, homes.toHeadDm],
	] as const;
	for (const [node, restDm] of ends)
		for (let residence = 0; residence < node.length; residence++)
			if (restDm[residence] !== UNREACHED_DM) first[node[residence] + 1]++;
	for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
	const next = first.slice();
	const pairs = new Uint32Array(2 * first[nodeCount]);
	for (const [node, restDm] of ends)
		for (let residence = 0; residence < node.length; residence++) {
			if (restDm[residence] === UNREACHED_DM) continue;
			const slot = 2 * next[node[residence]]++;
			pairs[slot] = residence;
			pairs[slot + 1] = restDm[residence];
		}
	return { first, pairs };
}

/** Memory for catchments; `catchmentOf` clears it first. */
export function createCatchment(residenceCount: number): Catchment {
	return {
		count: 0,
		residence: new Uint32Array(residenceCount),
		costDm: new Uint32Array(residenceCount).fill(UNREACHED_DM),
	};
}

/** Fill `catchment` with the residences that walk at most `limitDm` to the nearest of one facility's doors. */
export function catchmentOf(
	reach: Reach,
	{ first, pairs }: HomesByNode,
	doors: readonly Attachment[],
	limitDm: number,
	catchment: Catchment,
): void {
	const { workspace } = reach;
	const { residence, costDm } = catchment;
	// 1. forget the last one
	for (let i = 0; i < catchment.count; i++) costDm[residence[i]] = UNREACHED_DM;
	reset(workspace);

	// 2. search against the walking direction
	for (const door of doors)
		for (const end of arrivalEnds(reach, door)) seed(workspace, end.node, end.costDm, 0, limitDm);
	bucketSearch(reach.backward, workspace, limitDm);

	// 3. harvest what lies at reached junctions
	const { nodeDm, touched, touchedCount } = workspace;
	let count = 0;
	for (let i = 0; i < touchedCount; i++) {
		const node = touched[i];
		const dm = nodeDm[node];
		const end = 2 * first[node + 1];
		for (let pair = 2 * first[node]; pair < end; pair += 2) {
			const wholeDm = dm + pairs[pair + 1];
			if (wholeDm > limitDm) continue;
			const home = pairs[pair];
			const knownDm = costDm[home];
			if (wholeDm >= knownDm) continue;
			if (knownDm === UNREACHED_DM) residence[count++] = home;
			costDm[home] = wholeDm;
		}
	}

	// 4. doors on a residence's own edge
	for (const door of doors) {
		if (door.edge === NO_EDGE) continue;
		for (const home of reach.homes.onEdge.get(door.edge) ?? []) {
			const wholeDm = alongDm(reach, reach.residences[home], door);
			if (wholeDm > limitDm || wholeDm >= costDm[home]) continue;
			if (costDm[home] === UNREACHED_DM) residence[count++] = home;
			costDm[home] = wholeDm;
		}
	}
	catchment.count = count;
}
