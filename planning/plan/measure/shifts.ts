// Who gains and who loses: residences that came within a limit or went beyond it, and by how much.
import { secondsOf } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import type { CategoryCoverage, Walked } from "./CoverageBook.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Shift } from "./Measurement.ts";
import type { Situation } from "./Situation.ts";

interface Side {
	readonly situation: Situation;
	readonly categories: readonly CategoryCoverage[];
}

/** Shifts between two sides, among residences that may differ, by category, any before own. */
export function shiftsOf(
	base: MeasureBase,
	before: Side,
	after: Side,
	homes: Iterable<number>,
): { readonly gain: Shift[]; readonly lose: Shift[] } {
	const gain: Shift[] = [];
	const lose: Shift[] = [];
	const sorted = Uint32Array.from(homes).sort();
	const add = (mode: Shift["mode"], was: Walked | null, is: Walked | null) => {
		if (was === null || is === null || was.times === is.times) return;
		const changed = sorted.filter((home) => was.within.mark[home] !== is.within.mark[home]);
		const gained = changed.filter((home) => is.within.mark[home] === 1);
		const lost = changed.filter((home) => is.within.mark[home] === 0);
		for (const [list, found] of [
			[gain, gained],
			[lose, lost],
		] as const)
			if (found.length > 0) list.push(shift(mode, was, is, found));
	};
	before.categories.forEach(({ any, own }, i) => {
		add("any", any, after.categories[i].any);
		add("own", own, after.categories[i].own);
	});
	return { gain, lose };

	function shift(mode: Shift["mode"], was: Walked, is: Walked, residence: Uint32Array): Shift {
		return {
			category: is.times.category,
			mode,
			residents: residence.reduce((sum, home) => sum + base.surveyed.residents[home], 0),
			residence,
			beforeDm: residence.map((home) => was.times.costDm[home]),
			afterDm: residence.map((home) => is.times.costDm[home]),
			nearerS: Float64Array.from(
				residence,
				(home) =>
					seconds(before.situation, home, was.times.costDm[home]) -
					seconds(after.situation, home, is.times.costDm[home]),
			),
		};
	}

	function seconds({ homes: { cellOfHome }, isVillage }: Situation, home: number, dm: number) {
		if (dm === UNREACHED_DM) return Number.NaN;
		const cell = cellOfHome[home];
		const group = base.profiles.length > 1 && cell >= 0 ? isVillage[cell] : 0;
		return secondsOf(dm, base.profiles[group].speedMPerMin);
	}
}

/** Residences of which anything differs that coverage counts. */
export function differing(
	before: readonly CategoryCoverage[],
	after: readonly CategoryCoverage[],
	homes: Iterable<number>,
): number[] {
	const pairs: [Uint8Array, Uint8Array][] = [];
	before.forEach(({ any, own, gap }, i) => {
		const now = after[i];
		if (any.times !== now.any.times) pairs.push([any.within.mark, now.any.within.mark]);
		if (own !== null && now.own !== null) pairs.push([own.within.mark, now.own.within.mark]);
		if (gap !== null && now.gap !== null) pairs.push([gap.mark, now.gap.mark]);
	});
	return [...homes].filter((home) => pairs.some(([was, is]) => was[home] !== is[home]));
}
