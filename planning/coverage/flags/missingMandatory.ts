// A unit without a facility that every unit of its kind must have.
import type { UnitKind, UnitRecord } from "../../city/records.ts";
import type { Category } from "../../standards/catalogue.ts";
import type { Flag } from "../analysis.ts";
import { unitsServed } from "../facilitiesByUnit.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { unitWhereabouts } from "./flagParts.ts";

/** Unit × category; a category of which the city has none at all is missing data, not a finding. */
export const missingMandatory: FlagFinder = {
	code: "missing-mandatory",
	isOn: true,
	findIn: missingOf,
};

/**
 * The kind of unit that must each have one: the coarsest of street level and committee among the category's levels,
 * where its requirement begins with "mandatory". So integrated and party-mass facilities, asked for at several levels,
 * are missing only where a whole street has none; a committee's share of them is judged by floor area.
 */
export function mandatoryKind({ levels, requirement }: Category): UnitKind | null {
	if (!requirement.startsWith("mandatory")) return null;
	if (levels.includes("street")) return "street";
	return levels.includes("committee") ? "committee" : null;
}

function missingOf(evidence: Evidence, category: Category): Flag[] {
	const kind = mandatoryKind(category);
	const { surveyed } = evidence;
	const facilities = surveyed.facilitiesOf(category.code);
	if (kind === null || facilities.length === 0) return [];
	const served = unitsServed(surveyed.located, facilities, kind);
	return surveyed.located.tree.units
		.filter((unit) => unit.kind === kind && isAsked(category, unit) && !served.has(unit.code))
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

/** A sub-district office belongs to sub-districts only; towns and townships have their own government. */
function isAsked({ code }: Category, { streetKind }: UnitRecord): boolean {
	return code !== "ADM-SUB" || streetKind === "subdistrict";
}
