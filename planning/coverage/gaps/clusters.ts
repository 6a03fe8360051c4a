// Single-linkage clusters: residences that hang together over links, by union-find with path halving.
import type { Links } from "./links.ts";

/** Clusters ordered by their first residence, in a few arrays: threads hand them over without an object per cluster. */
export interface Clusters {
	/** Residences of cluster c are `members[first[c]] … members[first[c + 1] − 1]`, ascending. */
	readonly first: Uint32Array;
	readonly members: Int32Array;
	/** People of each. */
	readonly people: Float64Array;
}

/** Clusters of these residences (ascending) with at least so many people. */
export type Clusterer = (residences: Int32Array, leastPeople: number) => Clusters;

/** Residences of a cluster; a view, not to be changed. */
export function membersOf({ first, members }: Clusters, cluster: number): Int32Array {
	return members.subarray(first[cluster], first[cluster + 1]);
}

/** Prepare clustering; its memory is kept from call to call. `people`: of each residence. */
export function clustererOf({ first, other }: Links, people: Float64Array): Clusterer {
	const root = new Int32Array(people.length).fill(-1);
	const numberOf = new Int32Array(people.length);
	const size = new Uint32Array(people.length);
	const sum = new Float64Array(people.length);
	return (residences, leastPeople) => {
		for (let i = 0; i < residences.length; i++) root[residences[i]] = residences[i];
		for (let i = 0; i < residences.length; i++) join(residences[i]);
		const found = gathered(residences, leastPeople);
		for (let i = 0; i < residences.length; i++) root[residences[i]] = -1;
		return found;
	};

	function join(residence: number): void {
		for (let pair = first[residence]; pair < first[residence + 1]; pair++) {
			if (root[other[pair]] < 0) continue;
			const [a, b] = [rootOf(residence), rootOf(other[pair])];
			if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
		}
	}

	/** The smallest residence of the cluster so far; the way there gets shorter by being walked. */
	function rootOf(residence: number): number {
		let at = residence;
		while (root[at] !== at) {
			root[at] = root[root[at]];
			at = root[at];
		}
		return at;
	}

	/** Members of each cluster that is large enough. */
	function gathered(residences: Int32Array, leastPeople: number): Clusters {
		let count = 0;
		for (let i = 0; i < residences.length; i++) {
			const top = rootOf(residences[i]); // the first of its cluster, so it has its number already
			if (top === residences[i]) {
				numberOf[top] = count;
				size[count] = 0;
				sum[count++] = 0;
			}
			size[numberOf[top]]++;
			sum[numberOf[top]] += people[residences[i]];
		}
		let [kept, used] = [0, 0];
		const firsts = new Uint32Array(count + 1);
		const next = new Int32Array(count).fill(-1);
		for (let number = 0; number < count; number++) {
			if (sum[number] < leastPeople) continue;
			next[number] = used;
			sum[kept++] = sum[number];
			used += size[number];
			firsts[kept] = used;
		}
		const members = new Int32Array(used);
		for (let i = 0; i < residences.length; i++) {
			const number = numberOf[rootOf(residences[i])];
			if (next[number] >= 0) members[next[number]++] = residences[i];
		}
		return { first: firsts.slice(0, kept + 1), members, people: sum.slice(0, kept) };
	}
}
