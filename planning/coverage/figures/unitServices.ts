// A unit's facilities against the standard: how many of each category count for it, and what is missing.
import type { FacilityRecord, UnitRecord } from "../../city/records.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import { unitOfFacility } from "../facilitiesByUnit.ts";
import type { Located } from "../located.ts";
import { isRequiredOf, type Presence, presenceOf } from "./presence.ts";

export type UnitFacility = Pick<FacilityRecord, "id" | "category" | "name" | "lonLat">;

export interface UnitService {
	readonly category: string;
	/** Facilities that count for the unit: it or a unit beneath it operates them, else they lie in it. */
	readonly count: number;
	readonly presence: Presence;
	/** Every unit of the kind must have one. */
	readonly isRequired: boolean;
	/** The whole city has none: the layer is missing. */
	readonly isLayerMissing: boolean;
}

/** Facilities that count for a unit, in the city's order. */
export function facilitiesOfUnit(located: Located, unit: UnitRecord): UnitFacility[] {
	return located.city.facilities.flatMap(({ id, category, name, lonLat }, facility) =>
		unitOfFacility(located, facility, unit.kind)?.code === unit.code
			? [{ id, category, name, lonLat }]
			: [],
	);
}

/** Every category of the catalogue, in its order. */
export function unitServices(
	{ city }: Pick<Located, "city">,
	unit: UnitRecord,
	facilities: readonly Pick<UnitFacility, "category">[],
): UnitService[] {
	const inUnit = countsOf(facilities);
	const inCity = countsOf(city.facilities);
	return CATEGORIES.map((category) => {
		const count = inUnit.get(category.code) ?? 0;
		const cityCount = inCity.get(category.code) ?? 0;
		return {
			category: category.code,
			count,
			presence: presenceOf(category, unit, { count, cityCount }),
			isRequired: isRequiredOf(category, unit),
			isLayerMissing: cityCount === 0,
		};
	});
}

function countsOf(facilities: readonly { readonly category: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { category } of facilities) counts.set(category, (counts.get(category) ?? 0) + 1);
	return counts;
}
