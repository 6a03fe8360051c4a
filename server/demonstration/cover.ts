// Which sites serve everyone: the greedy cover, most people first, with some whim so that categories do not all
// choose the same corners.
import FlatQueue from "flatqueue";
import { at } from "./at.ts";
import type { Random } from "./Random.ts";

export interface CoverTask {
	/** Homes to be served. */
	readonly homes: Iterable<number>;
	/** Residents of each home. */
	readonly residents: (home: number) => number;
	/** Sites that may be chosen, and after them those that are chosen only where these reach nobody any more. */
	readonly sites: readonly number[];
	readonly lastSites: readonly number[];
	readonly reachedFrom: (site: number) => readonly number[];
	readonly random: Random;
	/** 0 takes the best site, 1 one that may serve half as many. */
	readonly whim: number;
}

/** Sites in the order chosen; together they reach every home that any of the sites reaches. */
export function cover(task: CoverTask): number[] {
	const left = new Set(task.homes);
	const chosen = choose(task, task.sites, left);
	return left.size === 0 ? chosen : [...chosen, ...choose(task, task.lastSites, left)];
}

/** Gains only shrink, so a queue entry is right when its gain is still what it was (lazy greedy, Minoux 1978). */
function choose(task: CoverTask, sites: readonly number[], left: Set<number>): number[] {
	const chosen: number[] = [];
	const queue = new FlatQueue<number>();
	const favour = sites.map(() => 1 - (task.whim / 2) * task.random.next());
	const gainOf = (order: number) => {
		let residents = 0;
		for (const home of task.reachedFrom(at(sites, order)))
			if (left.has(home)) residents += task.residents(home);
		return residents * at(favour, order);
	};
	sites.forEach((_, order) => {
		const gain = gainOf(order);
		if (gain > 0) queue.push(order, -gain);
	});
	while (queue.length > 0 && left.size > 0) {
		const promised = -(queue.peekValue() ?? 0);
		const order = queue.pop();
		if (order === undefined) break;
		const gain = gainOf(order);
		if (gain === 0) continue;
		if (gain < promised) {
			queue.push(order, -gain);
			continue;
		}
		chosen.push(at(sites, order));
		for (const home of task.reachedFrom(at(sites, order))) left.delete(home);
	}
	return chosen;
}
