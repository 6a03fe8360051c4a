// Walk times and coverage of a situation in both modes, kept up to date from one situation to the next: only residences
// whose unit, whose facilities or whose way of travelling changed are looked at again. At any time equal to an analysis
// of the whole.
import { type NearestTimes, REASONS } from "../../coverage/analysis.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import type { Catchments } from "./Catchments.ts";
import { Count } from "./Count.ts";
import { changedAny, changedHomes, homesOfUnit } from "./changes.ts";
import { type HomesOfCells, keptCells } from "./homesOfCells.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import { OwnTimes } from "./OwnTimes.ts";
import { changedOwners, type OwnLists, ownListsOf } from "./ownLists.ts";
import type { Situation, Situations } from "./Situation.ts";
import { searchAgain } from "./searchAgain.ts";
import { searchLinked } from "./searchLinked.ts";

const BEYOND = REASONS.indexOf("beyond");

/** One category in one mode. */
export interface Walked {
	readonly times: NearestTimes;
	/** People within the limit. */
	readonly within: Count;
}

/** One category as it stands. */
export interface CategoryCoverage {
	readonly code: string;
	readonly any: Walked;
	readonly own: Walked | null;
	/** People who have a neighbour's within the limit and their own beyond (boundary-gap); null without own mode. */
	readonly gap: Count | null;
}

/** Coverage of the base, made once. */
export function baseCoverage(base: MeasureBase, situation: Situation): CategoryCoverage[] {
	const { residents } = base.surveyed;
	const walked = (times: NearestTimes): Walked => ({
		times,
		within: new Count(times.within, residents, situation.homes),
	});
	const found: CategoryCoverage[] = [];
	for (const times of base.times) {
		if (times.mode === "own") continue;
		const own = base.times.find(
			({ category, mode }) => category === times.category && mode === "own",
		);
		const mark = (home: number) => (own === undefined ? 0 : gapOf(times, own, home, situation));
		found.push({
			code: times.category,
			any: walked(times),
			own: own === undefined ? null : walked(own),
			gap:
				own === undefined
					? null
					: new Count(
							Uint8Array.from(times.within, (_, h) => mark(h)),
							residents,
							situation.homes,
						),
		});
	}
	return found;
}

/** Near a neighbour's, far from one's own: as flag `boundary-gap` counts it. */
function gapOf(
	{ category, within, facility }: NearestTimes,
	own: NearestTimes,
	home: number,
	{ served }: Situation,
): 0 | 1 {
	if (categoryOf(category)?.basis !== "minutes") return 0;
	return within[home] === 1 && own.reason[home] === BEYOND && served[facility[home]] >= 0 ? 1 : 0;
}

export class CoverageBook {
	/** As it stands; live. */
	categories: CategoryCoverage[];
	/** Residences whose coverage may differ from the base's. */
	touched = new Set<number>();
	readonly changed = new Set<number>();
	private now: Situation;
	private lists: OwnLists;
	private readonly base: MeasureBase;
	private readonly situations: Situations;
	private readonly catchments: Catchments;
	/** Categories whose any-times are no longer the base's arrays. */
	private readonly rewritten = new Set<string>();

	constructor(
		base: MeasureBase,
		situations: Situations,
		catchments: Catchments,
		start: { readonly situation: Situation; readonly categories: readonly CategoryCoverage[] },
	) {
		this.base = base;
		this.situations = situations;
		this.catchments = catchments;
		this.now = start.situation;
		this.lists = ownListsOf(start.situation);
		this.categories = start.categories.map((one) => ({
			...one,
			own: one.own === null ? null : copied(one.own),
			gap: one.gap?.over(one.gap.mark.slice()) ?? null,
		}));
	}

	/** Go on to another situation; residences whose coverage it changed are in `changed` until the next one. */
	follow(next: Situation): void {
		const before = this.now;
		this.changed.clear();
		if (next === before) return;
		this.now = next;
		if (next.homes !== before.homes) this.resettle(next, before.homes);
		const linked = this.followLinks(before, next);
		const { moved, retimed } = changedHomes(before, next, this.base.profiles.length);
		const { owners, begun } = changedOwners(before, next);
		if (owners.size > 0) this.lists = ownListsOf(next);
		const { facilities } = this.situations;
		const step = { before, next, facilities, now: this.categories };
		const anew = changedAny(this.base, this.catchments, step);
		const anyway = [...new Set([...linked, ...retimed])];
		const ownAnyway = [...new Set([...anyway, ...moved])];
		for (const [index, { code, own }] of this.categories.entries()) {
			const any = withOthers(anyway, anew.get(code) ?? []);
			if (any.length > 0) this.searchAny(index, any);
			if (own === null) continue;
			const ofOwners = [...(owners.get(code) ?? [])].flatMap((unit) => [
				...homesOfUnit(next, unit),
			]);
			const mine = withOthers(ownAnyway, ofOwners);
			this.lookUpOwn(index, mine);
			this.markGaps(index, begun.has(code) ? null : withOthers(mine, any));
		}
	}

	/** Those that differ: the others come back when they are looked at again. */
	keepTouched(differing: Iterable<number>): void {
		this.touched = new Set(differing);
	}

	/** Whoever could walk over a link that is changed, before it was or after. */
	private followLinks(before: Situation, next: Situation): Set<number> {
		const homes = new Set<number>();
		const [was, is] = [before.state.links, next.state.links];
		if (was === is || (was.size === 0 && is.size === 0)) return homes;
		const { catchments } = this;
		const isMixed = before.isVillage.includes(1) || next.isVillage.includes(1);
		const links = catchments.resolved(next.state.links);
		const ends = [...(catchments.links?.ends ?? []), ...(links?.ends ?? [])];
		const addAround = () => {
			for (let group = 0; group < (isMixed ? catchments.groups : 1); group++)
				for (const home of catchments.homesAround(ends, group)) homes.add(home);
		};
		addAround();
		catchments.walkWith(links);
		addAround();
		return homes;
	}

	private resettle({ homes }: Situation, before: HomesOfCells): void {
		const kept = keptCells(before, homes);
		this.categories = this.categories.map(({ code, any, own, gap }) => ({
			code,
			any: { ...any, within: any.within.resettled(homes, kept) },
			own: own === null ? null : { ...own, within: own.within.resettled(homes, kept) },
			gap: gap?.resettled(homes, kept) ?? null,
		}));
	}

	private searchAny(index: number, homes: readonly number[]): void {
		const { base, situations, catchments, now } = this;
		const one = this.categories[index];
		const any = this.rewritten.has(one.code) ? one.any : copied(one.any);
		this.rewritten.add(one.code);
		this.categories[index] = { ...one, any };
		const { within } = any.times;
		const fresh = { ...any.times, within: within.slice() };
		const again = { base, situation: now, facilities: situations.facilities, catchments };
		if (catchments.links === null) searchAgain(again, homes, [fresh]);
		else searchLinked(again, catchments.links, homes, fresh);
		for (const home of homes) {
			this.mark(any.within, home, fresh.within[home] === 1 ? 1 : 0);
		}
	}

	private lookUpOwn(index: number, homes: readonly number[]): void {
		const { code, own } = this.categories[index];
		if (own === null || homes.length === 0) return;
		const times = new OwnTimes(this.base, this.catchments, this.now, {
			code,
			list: this.lists.get(code) ?? new Map(),
		});
		for (const home of homes) this.mark(own.within, home, times.find(home, own.times));
	}

	private mark(count: Count, home: number, mark: 0 | 1): void {
		if (count.mark[home] === mark) return;
		this.touched.add(home);
		count.set(home, mark);
		this.changed.add(home);
	}

	/** Marks of these residences; of all (null) where a facility serves anybody now, or nobody any more. */
	private markGaps(index: number, homes: readonly number[] | null): void {
		const { any, own, gap } = this.categories[index];
		if (own === null || gap === null) return;
		for (const home of homes ?? any.times.facility.keys())
			this.mark(gap, home, gapOf(any.times, own.times, home, this.now));
	}
}

/** Each once; the same list where there are no others. */
function withOthers(homes: readonly number[], others: Iterable<number>): readonly number[] {
	const added = [...others];
	return added.length === 0 ? homes : [...new Set([...homes, ...added])];
}

/** Times and count of their own; the times' `within` are the marks that count. */
function copied({ times, within }: Walked): Walked {
	const mark = times.within.slice();
	return {
		times: {
			...times,
			costDm: times.costDm.slice(),
			facility: times.facility.slice(),
			within: mark,
			reason: times.reason.slice(),
		},
		within: within.over(mark),
	};
}
