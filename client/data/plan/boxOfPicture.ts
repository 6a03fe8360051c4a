import type { PlanPicture } from "../../../planning/plan/drawing/PlanPicture.ts";

/** West, south, east, north of all cells. */
export function boxOfPicture({
	cells,
}: Pick<PlanPicture, "cells">): readonly [number, number, number, number] {
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const { polygons } of cells)
		for (const [outer] of polygons)
			for (const [lon, lat] of outer ?? []) {
				west = Math.min(west, lon);
				east = Math.max(east, lon);
				south = Math.min(south, lat);
				north = Math.max(north, lat);
			}
	return [west, south, east, north];
}
