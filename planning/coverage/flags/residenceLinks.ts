// Which residences lie close enough to be one cluster, seen once for all categories.
import { indexPoints } from "../../city/nearPoints.ts";
import { barrierBetween } from "../../reach/attacher.ts";
import type { Surveyed } from "../surveyed.ts";

const LINK_MIN_M = 150;
const LINK_SPACINGS = 1.5;

/** Links between near residences; a link across a barrier does not count. */
export interface ResidenceLinks {
	/** max(150 m, 1.5 × the median nearest-neighbour spacing of the residence layer). */
	readonly linkM: number;
	/** Single-linkage clusters of these residences: each sorted, ordered by their first residence. */
	clusters(residences: readonly number[]): number[][];
}

/** Prepare clustering. Neighbours and barriers are looked up when first asked for, then kept. */
export function residenceLinksOf({ city, attacher }: Surveyed): ResidenceLinks {
	const places = city.residences.map(({ lonLat }) => lonLat);
	const index = indexPoints(places);
	const linkM = Math.max(LINK_MIN_M, LINK_SPACINGS * medianSpacingM());
	const linked: (readonly number[])[] = [];
	const clear = new Map<number, boolean>();

	return { linkM, clusters };

	function clusters(residences: readonly number[]): number[][] {
		const parent = new Map(residences.map((residence) => [residence, residence]));
		const rootOf = (residence: number): number => {
			let root = residence;
			for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
				root = up;
			parent.set(residence, root);
			return root;
		};
		for (const residence of residences)
			for (const other of linksOf(residence)) {
				if (!parent.has(other)) continue;
				const [a, b] = [rootOf(residence), rootOf(other)];
				if (a !== b && isClear(residence, other)) parent.set(Math.max(a, b), Math.min(a, b));
			}
		const members = new Map<number, number[]>();
		for (const residence of [...residences].sort((a, b) => a - b)) {
			const root = rootOf(residence);
			const list = members.get(root);
			if (list === undefined) members.set(root, [residence]);
			else list.push(residence);
		}
		return [...members.values()].sort((a, b) => a[0] - b[0]);
	}

	/** Residences of higher index within the link distance, nearest first. */
	function linksOf(residence: number): readonly number[] {
		linked[residence] ??= index
			.within(places[residence], linkM)
			.map((near) => near.index)
			.filter((other) => other > residence);
		return linked[residence];
	}

	function isClear(a: number, b: number): boolean {
		const key = a * places.length + b;
		let answer = clear.get(key);
		if (answer === undefined) {
			answer = barrierBetween(attacher, places[a], places[b]) < 0;
			clear.set(key, answer);
		}
		return answer;
	}

	function medianSpacingM(): number {
		if (places.length < 2) return 0;
		const spacings = places
			.map((place) => index.nearest(place, 2)[1].distanceM)
			.sort((a, b) => a - b);
		return (spacings[(spacings.length - 1) >> 1] + spacings[spacings.length >> 1]) / 2;
	}
}
