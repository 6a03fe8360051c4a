// Straight lines for categories that are judged by a radius: so that another radius is answered without a search.
import { PointGrid } from "../../city/pointGrid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { UNKNOWN_COST } from "./farness.ts";

/** Radii can be asked up to this many times the standard's. */
export const STRAIGHT_HORIZON = 2;
/** About the radii that are asked for. */
const BIN_M = 300;

/**
 * Whole decimetres from each home (`homeLonLat`: lon, lat of each) to the nearest facility by straight line on the
 * ellipsoid, rounded up, so that `≤ radius × 10` is exactly within the radius; UNKNOWN_COST farther than `farthestM`.
 */
export function straightCosts(
	homeLonLat: Float64Array,
	facilities: readonly LonLat[],
	farthestM: number,
): Uint32Array {
	const cost = new Uint32Array(homeLonLat.length / 2).fill(UNKNOWN_COST);
	const grid = new PointGrid(homeLonLat, BIN_M);
	for (const [lon, lat] of facilities)
		grid.within(lon, lat, farthestM, (home, apartM) => {
			cost[home] = Math.min(cost[home], Math.ceil(apartM * 10));
		});
	return cost;
}
