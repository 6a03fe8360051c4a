// Which unit operates a facility: the one the file names, else the one its category's level and its place suggest (推定).
import type { CellRecord, FacilityRecord, UnitKind, UnitRecord } from "../city/records.ts";
import type { UnitTree } from "../city/unitTree.ts";
import { type Category, categoryOf } from "../standards/catalogue.ts";

export interface Operator {
	/** Absent where the file names no known unit and none of the category's level contains the facility. */
	readonly unit: UnitRecord | undefined;
	/** True when inferred from the place (推定). */
	readonly isPresumed: boolean;
}

const NOBODY: Operator = { unit: undefined, isPresumed: false };

/** The operator of a facility in a cell (undefined: in none). A named operator is never replaced by a presumed one. */
export function operatorOf(
	facility: FacilityRecord,
	cell: CellRecord | undefined,
	tree: UnitTree,
): Operator {
	if (facility.operatorCode !== null)
		return { unit: tree.anyUnit(facility.operatorCode), isPresumed: false };
	const category = categoryOf(facility.category);
	if (cell === undefined || category === undefined) return NOBODY;
	for (const kind of operatorKinds(category)) {
		const unit = tree.unit(kind, cell.units[kind]);
		if (unit !== undefined) return { unit, isPresumed: true };
	}
	return NOBODY;
}

/** Kinds of unit a category of facility is operated by, the finest first; none for circle sizes. */
export function operatorKinds(category: Category): readonly UnitKind[] {
	if (category.ownUnitLevel === "street" || category.ownUnitLevel === "committee")
		return [category.ownUnitLevel];
	const kinds: UnitKind[] = [];
	if (category.levels.includes("committee")) kinds.push("committee");
	if (category.levels.includes("area")) kinds.push("circle");
	if (category.levels.includes("street")) kinds.push("street");
	if (category.levels.includes("district")) kinds.push("district");
	return kinds;
}

/**
 * The unit whose residents call the facility their own (属地): its operator, but a basic management unit's
 * centre is a branch of its town's. Undefined where nobody's: no operator, or a district.
 */
export function servedUnit(operator: Operator, tree: UnitTree): UnitRecord | undefined {
	const unit = operator.unit;
	if (unit === undefined || unit.kind === "district") return undefined;
	return unit.kind === "bmu" ? tree.within(unit, "street") : unit;
}
