// Figures of many clusters in a few arrays: threads hand them over without an object per cluster.
import type { ClusterFigures, UnitSums } from "./clusterFigures.ts";

/** Cluster c has the rows `first[c] … first[c + 1] − 1` of each list. */
export interface PackedFigures {
	readonly people: Float64Array;
	readonly middle: Uint32Array;
	readonly members: PackedList<Int32Array>;
	/** Two numbers per corner. */
	readonly ring: PackedList<Float64Array>;
	readonly streets: PackedSums;
	readonly committees: PackedSums;
}

interface PackedList<A> {
	readonly first: Uint32Array;
	readonly values: A;
}

interface PackedSums {
	readonly first: Uint32Array;
	readonly unit: Int32Array;
	readonly people: Float64Array;
}

export function packFigures(clusters: readonly ClusterFigures[]): PackedFigures {
	return {
		people: Float64Array.from(clusters, ({ people }) => people),
		middle: Uint32Array.from(clusters, ({ middle }) => middle),
		members: packList(
			clusters.map(({ members }) => members),
			(length) => new Int32Array(length),
		),
		ring: packList(
			clusters.map(({ ring }) => ring),
			(length) => new Float64Array(length),
		),
		streets: packSums(clusters.map(({ streets }) => streets)),
		committees: packSums(clusters.map(({ committees }) => committees)),
	};
}

/** One cluster of a pack; views, nothing copied. */
export function unpackFigures(packed: PackedFigures, cluster: number): ClusterFigures {
	const range = ({ first }: { first: Uint32Array }) =>
		[first[cluster], first[cluster + 1]] as const;
	const sums = (list: PackedSums): UnitSums => ({
		unit: list.unit.subarray(...range(list)),
		people: list.people.subarray(...range(list)),
	});
	return {
		people: packed.people[cluster],
		middle: packed.middle[cluster],
		members: packed.members.values.subarray(...range(packed.members)),
		ring: packed.ring.values.subarray(...range(packed.ring)),
		streets: sums(packed.streets),
		committees: sums(packed.committees),
	};
}

function packList<A extends Int32Array | Float64Array>(
	lists: readonly A[],
	make: (length: number) => A,
): PackedList<A> {
	const first = new Uint32Array(lists.length + 1);
	lists.forEach((list, i) => {
		first[i + 1] = first[i] + list.length;
	});
	const values = make(first[lists.length]);
	lists.forEach((list, i) => {
		values.set(list, first[i]);
	});
	return { first, values };
}

function packSums(sums: readonly UnitSums[]): PackedSums {
	const { first, values: unit } = packList(
		sums.map((one) => one.unit),
		(length) => new Int32Array(length),
	);
	const { values: people } = packList(
		sums.map((one) => one.people),
		(length) => new Float64Array(length),
	);
	return { first, unit, people };
}
