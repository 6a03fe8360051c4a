// One cause per uncovered residence and category, in this order: not attached; severed; a gap in the facilities.
import { indexPoints } from "../../city/nearPoints.ts";
import { barrierBetween } from "../../reach/attacher.ts";
import { limitDm } from "../../reach/profiles.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import type { NearestTimes } from "../analysis.ts";
import type { Surveyed } from "../surveyed.ts";

/** Near as the crow flies, far on foot, and what lies between. */
export interface Severed {
	readonly residence: number;
	/** The facility that the straight line goes to, an index into the city's. */
	readonly facility: number;
	readonly straightM: number;
	/** The barrier line it crosses. */
	readonly barrier: number;
}

export interface Causes {
	readonly notAttached: readonly number[];
	readonly severed: readonly Severed[];
	readonly gap: readonly number[];
}

/** Sort the uncovered residences of one category by cause. */
export function causesOf(surveyed: Surveyed, walks: NearestTimes): Causes {
	const notAttached: number[] = [];
	const severed: Severed[] = [];
	const gap: number[] = [];
	const findSevered = severedBy(surveyed, walks.category);
	walks.within.forEach((isWithin, residence) => {
		if (isWithin === 1) return;
		if (surveyed.residenceAttachments[residence].edge === NO_EDGE) {
			notAttached.push(residence);
			return;
		}
		const found = findSevered(residence);
		if (found === undefined) gap.push(residence);
		else severed.push(found);
	});
	return { notAttached, severed, gap };
}

/**
 * The nearest facility whose straight line × 1.4 is within the limit and crosses a barrier. Only for walking minutes:
 * a radius is a straight line already.
 */
function severedBy(surveyed: Surveyed, code: string): (residence: number) => Severed | undefined {
	const { city, walkers, attacher } = surveyed;
	const minutes = categoryOf(code)?.basis === "minutes" ? (categoryOf(code)?.walkMinutes ?? 0) : 0;
	if (minutes === 0) return () => undefined;
	const facilities = surveyed.facilitiesOf(code);
	const index = indexPoints(facilities.map((facility) => city.facilities[facility].lonLat));
	const radiiM = walkers.speeds.map(
		(speed) => limitDm(minutes * 60, speed) / 10 / THRESHOLDS.severanceDetour.value,
	);
	return (residence) => {
		const { lonLat } = city.residences[residence];
		for (const near of index.within(lonLat, radiiM[walkers.residenceSpeed[residence]])) {
			const facility = facilities[near.index];
			const barrier = barrierBetween(attacher, lonLat, city.facilities[facility].lonLat);
			if (barrier >= 0) return { residence, facility, straightM: near.distanceM, barrier };
		}
		return undefined;
	};
}
