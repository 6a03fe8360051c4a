// The straight-line twin of `nearest`: beside it, a walk shows whether people are severed from what is near.
import { indexPoints } from "../city/nearPoints.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { noTimes, type Times } from "./reach.ts";

/** The plane that orders candidates is off by less than this in one city; the exact distance decides. */
const PLANE_MARGIN = 1.02;
const ROUNDING_M = 0.05;

/**
 * Nearest facility of each residence by straight line on the ellipsoid, in whole decimetres, at most `limitDm`.
 * `facilities` are positions, several per facility for its doors (the facility itself where it has none).
 * Equal decimetres give the smaller facility. Cost: log of the number of doors per residence.
 */
export function straightLine(
	residences: readonly LonLat[],
	facilities: readonly (readonly LonLat[])[],
	limitDm = Number.MAX_SAFE_INTEGER,
): Times {
	const doors = facilities.flatMap((positions, facility) =>
		positions.map((lonLat) => ({ lonLat, facility })),
	);
	const index = indexPoints(doors.map(({ lonLat }) => lonLat));
	const times = noTimes(residences.length);
	residences.forEach((home, residence) => {
		const [first] = index.nearest(home, 1);
		if (first === undefined) return;
		const radiusM = first.distanceM * PLANE_MARGIN + 2 * ROUNDING_M;
		for (const near of index.within(home, radiusM)) {
			const costDm = Math.round(near.distanceM * 10);
			const { facility } = doors[near.index];
			if (costDm > limitDm || costDm > times.costDm[residence]) continue;
			if (costDm === times.costDm[residence] && facility >= times.facility[residence]) continue;
			times.costDm[residence] = costDm;
			times.facility[residence] = facility;
		}
	});
	return times;
}
