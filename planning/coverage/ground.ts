// What divisions alone decide: which parts of cells touch, and where a unit is labelled. Made when first asked for.
import type { CellIndex } from "../city/cellIndex.ts";
import { labelPoint } from "../city/labelPoint.ts";
import type { UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { adjacencyOf, type CellAdjacency } from "../partition/cellAdjacency.ts";
import { once } from "./steps.ts";

export interface Ground {
	/** Between the parts of the cells. */
	adjacency(): CellAdjacency;
	/** The unit's seat, or a point inside far from its border. */
	labelPointOf(unit: UnitRecord): LonLat;
}

export function groundOf({ parts }: CellIndex): Ground {
	const known = new Map<UnitRecord["polygons"], LonLat>();
	return {
		adjacency: once(() => adjacencyOf(parts)),
		labelPointOf({ seat, polygons }) {
			if (seat !== null) return seat;
			const at = known.get(polygons) ?? labelPoint(polygons);
			known.set(polygons, at);
			return at;
		},
	};
}
