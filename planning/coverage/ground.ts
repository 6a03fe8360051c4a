// What the layers alone decide, whoever walks: the territory of the cells, and where a unit is labelled. Made when first
// asked for.
import { labelPoint } from "../city/labelPoint.ts";
import type { UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { once } from "../steps.ts";
import type { City } from "./analysis.ts";
import { type Territory, territoryOf } from "./flags/territory.ts";

export interface Ground {
	territory(): Territory;
	/** The unit's seat, or a point inside far from its border. */
	labelPointOf(unit: UnitRecord): LonLat;
}

/** `residenceCell`: index into the cells of each residence, -1 for none. */
export function groundOf(
	city: Pick<City, "cells" | "residences" | "tiling" | "exceptions">,
	residenceCell: Int32Array,
): Ground {
	const known = new Map<UnitRecord["polygons"], LonLat>();
	return {
		territory: once(() => territoryOf(city, residenceCell)),
		labelPointOf({ seat, polygons }) {
			if (seat !== null) return seat;
			const at = known.get(polygons) ?? labelPoint(polygons);
			known.set(polygons, at);
			return at;
		},
	};
}
