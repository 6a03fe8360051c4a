// 有无: whether a unit has a facility of a category, lacks it, or is not asked for it. One answer for every screen.
import type { UnitKind } from "../../city/records.ts";
import { CATEGORIES, type Category } from "../../standards/catalogue.ts";
import { presenceKinds } from "../coverageRows.ts";
import { mandatoryKind, suitsStreetKind } from "../mandatory.ts";

/**
 * has: at least one · missing: asked of the unit's kind, and there is none · not-asked: the catalogue sets the category up
 * at other levels · no-data: the whole city has none, so the layer is missing, not the facility.
 */
export type Presence = "has" | "missing" | "not-asked" | "no-data";

export interface AskedUnit {
	readonly kind: UnitKind;
	readonly streetKind: string | null;
}

interface Found {
	/** Facilities that count for the unit (`unitOfFacility`). */
	readonly count: number;
	readonly cityCount: number;
}

/** Is the category asked of units of this kind? */
export function isAskedOf(category: Category, unit: AskedUnit): boolean {
	const kinds = ASKED_KINDS.get(category.code) ?? askedKinds(category);
	return kinds.includes(unit.kind) && suitsStreetKind(category, unit);
}

/**
 * Kinds of unit that a category is asked of, by the catalogue's levels. Circle sizes ("5", "10", "15") ask nothing of units
 * where a walk is judged: a school serves whoever is near. They do for what is judged by presence, and for what the notice
 * names. Of facilities that a street must have, committees and areas may have more; those are judged by floor area.
 */
function askedKinds(category: Category): readonly UnitKind[] {
	const usesSizes = category.basis === "presence" || category.noticeClause !== null;
	const levels = category.levels.filter((level) => usesSizes || !/^\d+$/.test(level));
	const kinds = presenceKinds({ ...category, levels });
	return kinds.includes("street")
		? kinds.filter((kind) => kind !== "committee" && kind !== "circle")
		: kinds;
}

/** Must every unit of the kind have one? Where not, what the catalogue asks is a policy or as needed. */
export function isRequiredOf(category: Category, unit: AskedUnit): boolean {
	return mandatoryKind(category) === unit.kind && suitsStreetKind(category, unit);
}

export function presenceOf(
	category: Category,
	unit: AskedUnit,
	{ count, cityCount }: Found,
): Presence {
	if (!isAskedOf(category, unit)) return "not-asked";
	if (cityCount === 0) return "no-data";
	return count > 0 ? "has" : "missing";
}

/** Of the catalogue, known beforehand: a matrix asks once for every cell. */
const ASKED_KINDS: ReadonlyMap<string, readonly UnitKind[]> = new Map(
	CATEGORIES.map((category) => [category.code, askedKinds(category)]),
);
