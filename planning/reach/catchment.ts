// Everyone who can walk to one facility, from one bounded search around it. Counts, gains and E2SFCA are read off it.
// The harvest is local: only residences at reached junctions are looked at, however large the city.
import type { Attachment } from "./attach.ts";
import { bucketSearch, reset, seed } from "./bucketSearch.ts";
import { type Reach, UNREACHED_DM } from "./reach.ts";
import { alongDm, arrivalEnds, departureEnds } from "./tripEnds.ts";

/** Residences by junction and by edge, so that a search finds those around it. */
export interface HomeIndex {
	/** Pairs [residence, cost of the way between them] of node n: `pairs[2i], pairs[2i + 1]`, i = `first[n] … first[n+1]-1`. */
	readonly first: Uint32Array;
	readonly pairs: Uint32Array;
	/** Residences on edges, sorted by edge. */
	readonly edge: Uint32Array;
	readonly residence: Uint32Array;
}

/** The residences within reach of a facility: `residence[0 … count-1]`, each with its cost in `costDm[residence]`. */
export interface Catchment {
	count: number;
	readonly residence: Uint32Array;
	/** By residence index; UNREACHED_DM for everyone else. */
	readonly costDm: Uint32Array;
}

/** Make the index, once per reach: 24 bytes per residence and 4 per node. */
export function indexHomes(reach: Reach): HomeIndex {
	const { residences, graph } = reach;
	const nodeCount = graph.firstEdge.length - 1;
	const ends = residences.map((home) => departureEnds(reach, home));
	const first = new Uint32Array(nodeCount + 1);
	for (const { node } of ends.flat()) first[node + 1]++;
	for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
	const next = first.slice();
	const pairs = new Uint32Array(2 * first[nodeCount]);
	ends.forEach((homeEnds, residence) => {
		for (const { node, costDm } of homeEnds) {
			const slot = 2 * next[node]++;
			pairs[slot] = residence;
			pairs[slot + 1] = Math.min(costDm, UNREACHED_DM);
		}
	});
	const byEdge = Uint32Array.from(residences.keys())
		.filter((residence) => ends[residence].length > 0)
		.sort((a, b) => residences[a].edge - residences[b].edge || a - b);
	const edge = byEdge.map((residence) => residences[residence].edge);
	return { first, pairs, edge, residence: byEdge };
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
	{ first, pairs, edge, residence: onEdge }: HomeIndex,
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
		for (let row = firstRowOf(edge, door.edge); edge[row] === door.edge; row++) {
			const home = onEdge[row];
			const wholeDm = alongDm(reach, reach.residences[home], door);
			if (wholeDm > limitDm || wholeDm >= costDm[home]) continue;
			if (costDm[home] === UNREACHED_DM) residence[count++] = home;
			costDm[home] = wholeDm;
		}
	}
	catchment.count = count;
}

/** The first row at an edge or after it. */
function firstRowOf(edge: Uint32Array, wanted: number): number {
	let low = 0;
	let high = edge.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (edge[middle] < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
