// How many facilities of each category count for every unit of a kind: the presence matrix (有无).
import type { UnitKind } from "../../city/records.ts";
import { unitOfFacility } from "../facilitiesByUnit.ts";
import type { Located } from "../located.ts";

/** By code of unit, then of category; what there is none of is absent. */
export function unitCounts(located: Located, kind: UnitKind): Map<string, Map<string, number>> {
	const byUnit = new Map<string, Map<string, number>>();
	located.city.facilities.forEach(({ category }, facility) => {
		const code = unitOfFacility(located, facility, kind)?.code;
		if (code === undefined) return;
		const counts = byUnit.get(code) ?? new Map<string, number>();
		counts.set(category, (counts.get(category) ?? 0) + 1);
		byUnit.set(code, counts);
	});
	return byUnit;
}
