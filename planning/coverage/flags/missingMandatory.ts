// A unit without a facility that every unit of its kind must have.
import type { Category } from "../../standards/catalogue.ts";
import type { Flag } from "../analysis.ts";
import { unitsServed } from "../facilitiesByUnit.ts";
import { mandatoryKind, suitsStreetKind } from "../mandatory.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { unitWhereabouts } from "./flagParts.ts";

/** Unit × category; a category of which the city has none at all is missing data, not a finding. */
export const missingMandatory: FlagFinder = {
	code: "missing-mandatory",
	isOn: true,
	findIn: missingOf,
};

function missingOf(evidence: Evidence, category: Category): Flag[] {
	const kind = mandatoryKind(category);
	const { surveyed } = evidence;
	const facilities = surveyed.facilitiesOf(category.code);
	if (kind === null || facilities.length === 0) return [];
	const served = unitsServed(surveyed.located, facilities, kind);
	return surveyed.located.tree.units
		.filter(
			(unit) => unit.kind === kind && suitsStreetKind(category, unit) && !served.has(unit.code),
		)
		.map((unit) => ({
			id: `missing-mandatory:${category.code}:${unit.code}`,
			flag: "missing-mandatory",
			category: category.code,
			unitCodes: [unit.code],
			...unitWhereabouts(surveyed, unit),
			rule:
				`${category.nameZh}：${kind === "street" ? "每个街道（镇、乡）" : "每个居村"}应有一处（${category.source}） / ` +
				`${category.nameEn}: every ${kind === "street" ? "street-level unit" : "committee"} must have one`,
			confidence: category.confidence,
			lever: "facility",
			figures: { unitKind: kind, unitName: unit.name, required: 1, present: 0 },
		}));
}
