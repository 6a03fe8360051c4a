// Single-linkage clusters: residences that hang together over links, by union-find with path halving.
import type { Links } from "./links.ts";

/**
 * Clusters of these residences (ascending) with at least so many people: each ascending, ordered by their first
 * residence. Parts of one array: not to be changed.
 */
export type Clusterer = (residences: Int32Array, leastPeople: number) => Int32Array[];

/** Prepare clustering; its memory is kept from call to call. `people`: of each residence. */
export function clustererOf({ first, other }: Links, people: Float64Array): Clusterer {
	const root = new Int32Array(people.length).fill(-1);
	const numberOf = new Int32Array(people.length);
	return (residences, leastPeople) => {
		for (const residence of residences) root[residence] = residence;
		for (const residence of residences)
			for (let pair = first[residence]; pair < first[residence + 1]; pair++) {
				if (root[other[pair]] < 0) continue;
				const [a, b] = [rootOf(residence), rootOf(other[pair])];
				if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
			}
		const found = gathered(residences, leastPeople);
		for (const residence of residences) root[residence] = -1;
		return found;
	};

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
	function gathered(residences: Int32Array, leastPeople: number): Int32Array[] {
		const size: number[] = [];
		const sum: number[] = [];
		for (const residence of residences) {
			const top = rootOf(residence); // the first of its cluster, so it has its number already
			if (top === residence) {
				numberOf[top] = size.length;
				size.push(0);
				sum.push(0);
			}
			size[numberOf[top]]++;
			sum[numberOf[top]] += people[residence];
		}
		const members = new Int32Array(residences.length);
		const next = new Int32Array(size.length);
		const found: Int32Array[] = [];
		let used = 0;
		for (let number = 0; number < size.length; number++) {
			next[number] = sum[number] >= leastPeople ? used : -1;
			if (next[number] < 0) continue;
			found.push(members.subarray(used, used + size[number]));
			used += size[number];
		}
		for (const residence of residences) {
			const number = numberOf[rootOf(residence)];
			if (next[number] >= 0) members[next[number]++] = residence;
		}
		return found;
	}
}
