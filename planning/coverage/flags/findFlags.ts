// All flags (预警): a table of finders, one file per finding.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import type { Flag, NearestTimes } from "../analysis.ts";
import type { Severed } from "../search/results.ts";
import type { Surveyed } from "../surveyed.ts";
import { bmuEligible } from "./bmuEligible.ts";
import { boundaryGap } from "./boundaryGap.ts";
import { detachedPart, exclave } from "./detachedParts.ts";
import { evidenceOf, type FlagFinder } from "./evidence.ts";
import { facilityGap } from "./facilityGap.ts";
import { facilityTooSmall } from "./facilityTooSmall.ts";
import { floorAreaShort } from "./floorAreaShort.ts";
import { missingMandatory } from "./missingMandatory.ts";
import { severance } from "./severance.ts";
import { unassignedResidents } from "./unassignedResidents.ts";
import { committeeTooLarge, unitTooLarge, unitTooSmall } from "./unitSize.ts";

export const FLAG_FINDERS: readonly FlagFinder[] = [
	severance,
	facilityGap,
	boundaryGap,
	unassignedResidents,
	missingMandatory,
	floorAreaShort,
	facilityTooSmall,
	committeeTooLarge,
	unitTooLarge,
	unitTooSmall,
	bmuEligible,
	detachedPart,
	exclave,
];

/** Every finding of the finders that are on, by id; a step per finder and category. */
export function* flagSteps(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
	severed: ReadonlyMap<string, readonly Severed[]>,
): Generator<number, Flag[], void> {
	const evidence = evidenceOf(surveyed, times, severed);
	const flags: Flag[] = [];
	const finders = FLAG_FINDERS.filter(({ isOn }) => isOn);
	for (const [done, finder] of finders.entries()) {
		yield done / finders.length;
		if ("find" in finder) append(flags, finder.find(evidence));
		else
			for (const [number, category] of CATEGORIES.entries()) {
				append(flags, finder.findIn(evidence, category));
				yield (done + number / CATEGORIES.length) / finders.length;
			}
	}
	return flags.sort((a, b) => byCodeUnit(a.id, b.id));
}

function append(flags: Flag[], more: readonly Flag[]): void {
	for (const flag of more) flags.push(flag);
}
