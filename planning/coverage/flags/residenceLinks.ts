// Which residences lie close enough to be one cluster, seen once for all categories.
import { PointGrid } from "../../city/pointGrid.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import { barrierBetween } from "../../streets/barrierIndex.ts";
import type { Surveyed } from "../surveyed.ts";

const LINK_MIN_M = 150;
const LINK_SPACINGS = 1.5;
const UNKNOWN = 0;
const CLEAR = 1;
const BARRED = 2;

/** Links between near residences; a link across a barrier does not count. */
export interface ResidenceLinks {
	/** max(150 m, 1.5 × the median nearest-neighbour spacing of the residence layer). */
	readonly linkM: number;
	/** Single-linkage clusters of these residences: each ascending, ordered by their first residence. */
	clusters(residences: Int32Array): Int32Array[];
}

/** Prepare clustering: near pairs are found once; whether a barrier parts them, when first asked for. */
export function residenceLinksOf({ residenceLonLat: lonLat, barriers }: Surveyed): ResidenceLinks {
	const grid = new PointGrid(lonLat, LINK_MIN_M);
	const linkM = Math.max(LINK_MIN_M, LINK_SPACINGS * medianSpacingM(grid, lonLat));
	const { first, other } = nearPairs(grid, lonLat, linkM);
	const state = new Uint8Array(other.length).fill(UNKNOWN);
	const root = new Int32Array(lonLat.length / 2).fill(-1);

	return { linkM, clusters };

	function clusters(residences: Int32Array): Int32Array[] {
		for (const residence of residences) root[residence] = residence;
		for (const residence of residences)
			for (let pair = first[residence]; pair < first[residence + 1]; pair++) {
				if (root[other[pair]] < 0) continue;
				const [a, b] = [rootOf(residence), rootOf(other[pair])];
				if (a !== b && isClear(residence, pair)) root[Math.max(a, b)] = Math.min(a, b);
			}
		const found = gathered(residences, rootOf);
		for (const residence of residences) root[residence] = -1;
		return found;
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

	function isClear(residence: number, pair: number): boolean {
		if (state[pair] === UNKNOWN) {
			const barrier = barrierBetween(barriers, placeOf(residence), placeOf(other[pair]));
			state[pair] = barrier < 0 ? CLEAR : BARRED;
		}
		return state[pair] === CLEAR;
	}

	function placeOf(residence: number): readonly [number, number] {
		return [lonLat[2 * residence], lonLat[2 * residence + 1]];
	}
}

/** Members of each cluster, from residences in any order. */
function gathered(residences: Int32Array, rootOf: (residence: number) => number): Int32Array[] {
	const sorted = residences.slice().sort();
	const numberOf = new Map<number, number>();
	const sizes: number[] = [];
	const cluster = sorted.map((residence) => {
		const root = rootOf(residence);
		let number = numberOf.get(root);
		if (number === undefined) {
			number = sizes.length;
			numberOf.set(root, number);
			sizes.push(0);
		}
		sizes[number]++;
		return number;
	});
	const members = sizes.map((size) => new Int32Array(size));
	sizes.fill(0);
	cluster.forEach((number, i) => {
		members[number][sizes[number]++] = sorted[i];
	});
	return members;
}

/** Pairs of residences at most `linkM` apart: `other[first[r] … first[r + 1] − 1]`, each pair at its smaller residence. */
function nearPairs(grid: PointGrid, lonLat: Float64Array, linkM: number) {
	const count = lonLat.length / 2;
	const first = new Uint32Array(count + 1);
	let other = new Uint32Array(8 * count + 16);
	let used = 0;
	for (let residence = 0; residence < count; residence++) {
		grid.within(lonLat[2 * residence], lonLat[2 * residence + 1], linkM, (near) => {
			if (near <= residence) return;
			if (used === other.length) {
				const bigger = new Uint32Array(2 * used);
				bigger.set(other);
				other = bigger;
			}
			other[used++] = near;
		});
		first[residence + 1] = used;
	}
	return { first, other: other.slice(0, used) };
}

function medianSpacingM(grid: PointGrid, lonLat: Float64Array): number {
	const count = lonLat.length / 2;
	if (count < 2) return 0;
	const spacings = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const near = grid.nearestOther(i);
		spacings[i] = distanceM(
			[lonLat[2 * i], lonLat[2 * i + 1]],
			[lonLat[2 * near], lonLat[2 * near + 1]],
		);
	}
	spacings.sort();
	return (spacings[(count - 1) >> 1] + spacings[count >> 1]) / 2;
}
