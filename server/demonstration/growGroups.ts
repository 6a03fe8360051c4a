// Groups of neighbouring items of about equal weight: how parcels become committees, and committees circles.
import { at } from "./at.ts";
import type { Random } from "./Random.ts";

export interface GroupItem {
	readonly weight: number;
	readonly u: number;
	readonly v: number;
	/** Indices of items that share a border. */
	readonly neighbours: readonly number[];
}

const ATTEMPTS = 8;

/** Group of each item, 0 … count−1, each connected; the best of some attempts. Items must be connected as a whole. */
export function growGroups(items: readonly GroupItem[], count: number, random: Random): number[] {
	if (count === 1) return items.map(() => 0);
	let best: { groups: number[]; score: number } | null = null;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const groups = grow(items, seedsOf(items, count, random));
		balance(items, groups, count);
		const score = scoreOf(items, groups, count);
		if (best === null || score < best.score) best = { groups, score };
	}
	if (best === null) throw new Error("No attempt was made.");
	return best.groups;
}

/** Seeds spread by Lloyd's iteration over the items' places. */
function seedsOf(items: readonly GroupItem[], count: number, random: Random): number[] {
	let seeds = [random.whole(0, items.length - 1)];
	while (seeds.length < count) {
		let [farthest, farthestD2] = [0, -1];
		items.forEach((item, index) => {
			const d2 = Math.min(...seeds.map((seed) => distance2(item, at(items, seed))));
			if (d2 * item.weight > farthestD2) [farthest, farthestD2] = [index, d2 * item.weight];
		});
		seeds.push(farthest);
	}
	for (let round = 0; round < 12; round++) {
		const sums = seeds.map(() => ({ u: 0, v: 0, weight: 1e-9 }));
		for (const item of items) {
			const sum = at(
				sums,
				nearestOf(
					item,
					seeds.map((seed) => at(items, seed)),
				),
			);
			sum.u += item.u * item.weight;
			sum.v += item.v * item.weight;
			sum.weight += item.weight;
		}
		const taken = new Set<number>();
		seeds = sums.map(({ u, v, weight }) => {
			const centre = { u: u / weight, v: v / weight };
			const free = items.map((_, index) => index).filter((index) => !taken.has(index));
			const seed = at(
				free,
				nearestOf(
					centre,
					free.map((index) => at(items, index)),
				),
			);
			taken.add(seed);
			return seed;
		});
	}
	return seeds;
}

/** The lightest group takes the item nearest to its seed, until all are taken. */
function grow(items: readonly GroupItem[], seeds: readonly number[]): number[] {
	const groups = items.map(() => -1);
	const weights = seeds.map((seed) => at(items, seed).weight);
	const frontiers = seeds.map(() => new Set<number>());
	const take = (index: number, group: number) => {
		groups[index] = group;
		for (const neighbour of at(items, index).neighbours) at(frontiers, group).add(neighbour);
	};
	seeds.forEach((seed, group) => {
		take(seed, group);
	});
	for (;;) {
		let lightest = -1;
		frontiers.forEach((frontier, group) => {
			for (const index of frontier) if (at(groups, index) >= 0) frontier.delete(index);
			if (frontier.size > 0 && (lightest < 0 || at(weights, group) < at(weights, lightest)))
				lightest = group;
		});
		if (lightest < 0) return groups;
		const candidates = [...at(frontiers, lightest)].sort((a, b) => a - b);
		const seed = at(items, at(seeds, lightest));
		const index = at(
			candidates,
			nearestOf(
				seed,
				candidates.map((candidate) => at(items, candidate)),
			),
		);
		weights[lightest] = at(weights, lightest) + at(items, index).weight;
		take(index, lightest);
	}
}

/** Hand border items from heavy groups to lighter neighbours while that evens the weights. */
function balance(items: readonly GroupItem[], groups: number[], count: number): void {
	const weights = Array.from({ length: count }, () => 0);
	items.forEach((item, index) => {
		weights[at(groups, index)] = at(weights, at(groups, index)) + item.weight;
	});
	for (let moved = true, rounds = 0; moved && rounds < 60; rounds++) {
		moved = false;
		items.forEach((item, index) => {
			const from = at(groups, index);
			for (const neighbour of item.neighbours) {
				const to = at(groups, neighbour);
				if (to === from || at(weights, to) + item.weight >= at(weights, from)) continue;
				if (!staysWhole(items, groups, index)) continue;
				groups[index] = to;
				weights[from] = at(weights, from) - item.weight;
				weights[to] = at(weights, to) + item.weight;
				moved = true;
				return;
			}
		});
	}
}

/** True when the item's group is still connected, and not empty, without it. */
function staysWhole(
	items: readonly GroupItem[],
	groups: readonly number[],
	without: number,
): boolean {
	const group = at(groups, without);
	const members = groups.flatMap((of, index) => (of === group && index !== without ? [index] : []));
	const first = members[0];
	if (first === undefined) return false;
	const seen = new Set([first]);
	const queue = [first];
	for (let index = queue.pop(); index !== undefined; index = queue.pop())
		for (const neighbour of at(items, index).neighbours)
			if (at(groups, neighbour) === group && neighbour !== without && !seen.has(neighbour)) {
				seen.add(neighbour);
				queue.push(neighbour);
			}
	return seen.size === members.length;
}

/** The heaviest group counts, then how far items lie from the middle of their group. */
function scoreOf(items: readonly GroupItem[], groups: readonly number[], count: number): number {
	const sums = Array.from({ length: count }, () => ({ u: 0, v: 0, weight: 0, items: 0 }));
	items.forEach((item, index) => {
		const sum = at(sums, at(groups, index));
		sum.u += item.u;
		sum.v += item.v;
		sum.items++;
		sum.weight += item.weight;
	});
	const total = sums.reduce((sum, { weight }) => sum + weight, 0);
	const heaviest = Math.max(...sums.map(({ weight }) => weight));
	let spread2 = 0;
	items.forEach((item, index) => {
		const { u, v, items: members } = at(sums, at(groups, index));
		spread2 += distance2(item, { u: u / members, v: v / members });
	});
	return heaviest / (total / count) + (0.05 * spread2) / items.length;
}

interface Place {
	readonly u: number;
	readonly v: number;
}

function distance2(a: Place, b: Place): number {
	return (a.u - b.u) ** 2 + (a.v - b.v) ** 2;
}

/** Index of the nearest place; the first of equal ones. */
function nearestOf(place: Place, others: readonly Place[]): number {
	let nearest = 0;
	others.forEach((other, index) => {
		if (distance2(place, other) < distance2(place, at(others, nearest))) nearest = index;
	});
	return nearest;
}
