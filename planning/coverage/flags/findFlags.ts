// All flags (预警): a table of finders, one file per finding.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import type { Steps } from "../../steps.ts";
import type { Flag } from "../analysis.ts";
import type { Surveyed } from "../surveyed.ts";
import { bmuEligible } from "./bmuEligible.ts";
import { boundaryGap } from "./boundaryGap.ts";
import { detachedPart, exclave } from "./detachedParts.ts";
import { evidenceOf, type Findings, type FlagFinder } from "./evidence.ts";
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
export function* flagSteps(surveyed: Surveyed, findings: Findings): Steps<Flag[]> {
	const evidence = evidenceOf(surveyed, findings);
	const chunks: Chunk[] = [];
	const finders = FLAG_FINDERS.filter(({ isOn }) => isOn);
	for (const [done, finder] of finders.entries()) {
		yield done / finders.length;
		if ("find" in finder)
			chunks.push({ prefix: `${finder.code}:`, flags: byId(finder.find(evidence)) });
		else
			for (const [number, category] of CATEGORIES.entries()) {
				const prefix = `${finder.code}:${category.code}:`;
				const flags = finder.findIn(evidence, category);
				chunks.push({ prefix, flags: finder.isOrdered ? flags : byId(flags) });
				yield (done + number / CATEGORIES.length) / finders.length;
			}
	}
	return joined(chunks);
}

/** Findings by id. All their ids begin with the prefix, and no other chunk's do. */
interface Chunk {
	readonly prefix: string;
	readonly flags: readonly Flag[];
}

function byId(flags: Flag[]): Flag[] {
	return flags.sort((a, b) => byCodeUnit(a.id, b.id));
}

function joined(chunks: readonly Chunk[]): Flag[] {
	const flags: Flag[] = [];
	for (const chunk of [...chunks].sort((a, b) => byCodeUnit(a.prefix, b.prefix)))
		for (const flag of chunk.flags) flags.push(flag);
	return flags;
}
