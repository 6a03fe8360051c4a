// Findings that a plan ends or begins, read off the figures of touched units before and after.
import type { FlagChange, UnitMeasure } from "./Measurement.ts";
import { OWN_CATEGORIES } from "./ownLists.ts";

const OF_CRITERIA = new Set([
	"committee-too-large",
	"unit-too-large",
	"floor-area-short",
	"detached-part",
]);

/** Flags of the units of one side that the other side does not have. */
export function flagsBeyond(
	side: Readonly<Record<string, UnitMeasure>>,
	other: Readonly<Record<string, UnitMeasure>>,
): FlagChange[] {
	return Object.keys(side).flatMap((code) => {
		const theirs: readonly FlagChange[] = code in other ? flagsOf(other[code]) : [];
		return flagsOf(side[code]).filter(
			({ flag, category }) => !theirs.some((one) => one.flag === flag && one.category === category),
		);
	});
}

const known = new WeakMap<UnitMeasure, readonly FlagChange[]>();

/** Of one unit; remembered with its figures. */
function flagsOf(unit: UnitMeasure): readonly FlagChange[] {
	const before = known.get(unit);
	if (before !== undefined) return before;
	const made = findFlags(unit);
	known.set(unit, made);
	return made;
}

/** Criteria missed, mandatory categories missing, people whom a boundary parts from a facility. */
function findFlags({ code: unit, kind, criteria, missing, coverage }: UnitMeasure): FlagChange[] {
	const flags: FlagChange[] = [];
	for (const { code, isMet } of criteria)
		if (isMet === false && OF_CRITERIA.has(code)) flags.push({ unit, flag: code, category: null });
	for (const category of missing) flags.push({ unit, flag: "missing-mandatory", category });
	if (kind !== "street" && kind !== "committee") return flags;
	for (const category of OWN_CATEGORIES)
		if ((coverage[category]?.boundaryGap ?? 0) > 0)
			flags.push({ unit, flag: "boundary-gap", category });
	return flags;
}
