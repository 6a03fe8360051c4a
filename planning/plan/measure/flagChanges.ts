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
	const others = new Set(Object.values(other).flatMap(flagsOf).map(keyOf));
	return Object.values(side)
		.flatMap(flagsOf)
		.filter((flag) => !others.has(keyOf(flag)));
}

/** Of one unit: criteria missed, mandatory categories missing, people whom a boundary parts from a facility. */
function flagsOf({ code: unit, kind, criteria, missing, coverage }: UnitMeasure): FlagChange[] {
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

function keyOf({ unit, flag, category }: FlagChange): string {
	return `${unit} ${flag} ${category ?? ""}`;
}
