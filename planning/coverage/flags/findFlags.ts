// All flags (预警): a table of finders, one file per finding.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { Flag, NearestTimes } from "../analysis.ts";
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

/** Every finding of the finders that are on, by id. */
export function findFlags(surveyed: Surveyed, times: readonly NearestTimes[]): Flag[] {
	const evidence = evidenceOf(surveyed, times);
	return FLAG_FINDERS.filter(({ isOn }) => isOn)
		.flatMap(({ find }) => find(evidence))
		.sort((a, b) => byCodeUnit(a.id, b.id));
}
