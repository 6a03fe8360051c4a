// Which unit of a kind a facility counts for: presence per unit and missing-mandatory rest on this.
import type { UnitKind, UnitRecord } from "../city/records.ts";
import { type Located, unitAt } from "./located.ts";

/**
 * The unit of `kind` a facility counts for: the one that operates it or lies above its operator; where the operator
 * says nothing about that kind (none, a district, a circle across streets), the one it lies in.
 */
export function unitOfFacility(
	located: Located,
	facility: number,
	kind: UnitKind,
): UnitRecord | undefined {
	const operator = located.operators[facility].unit;
	const above = operator === undefined ? undefined : located.tree.within(operator, kind);
	return above ?? unitAt(located, located.facilityCell[facility], kind);
}

/** Codes of the units of a kind that have at least one of these facilities. */
export function unitsServed(
	located: Located,
	facilities: readonly number[],
	kind: UnitKind,
): ReadonlySet<string> {
	const codes = new Set<string>();
	for (const facility of facilities) {
		const unit = unitOfFacility(located, facility, kind);
		if (unit !== undefined) codes.add(unit.code);
	}
	return codes;
}
