// The nearest of any unit (开放) on streets that a plan changed, for some residences in one category.
import { type NearestTimes, REASONS } from "../../coverage/analysis.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import { limitDm } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { type SearchedAgain, searchAgain } from "./searchAgain.ts";
import type { StreetLinks } from "./streetLinks.ts";

const BEYOND = REASONS.indexOf("beyond");

/**
 * As `searchAgain`, but with the links of the plan. Straight lines do not change by links, so by radius only the walk and
 * its facility do.
 */
export function searchLinked(
	again: SearchedAgain,
	links: StreetLinks,
	homes: readonly number[],
	times: NearestTimes,
): void {
	searchAgain(again, homes, [times]);
	const { base, situation, facilities: book, catchments } = again;
	const entry = categoryOf(times.category);
	const isRadius = entry?.basis === "metres";
	const { open, records } = situation.facilities;
	const numbers = open.filter((number) => records[number].category === times.category);
	const doors = Array.from(numbers, (number) => book.doors(number));
	const { costDm, facility, within, reason } = times;
	for (let group = 0; group < base.profiles.length; group++) {
		const ofGroup = homes.filter((home) => groupOf(home) === group);
		if (ofGroup.length === 0) continue;
		const walks = catchments.linkedOf(group, links).nearest(doors);
		const limit = limitDm((entry?.walkMinutes ?? 0) * 60, base.profiles[group].speedMPerMin);
		for (const home of ofGroup) {
			costDm[home] = walks.costDm[home];
			const walked = walks.facility[home];
			if (walked >= 0) facility[home] = numbers[walked];
			else facility[home] = isRadius && within[home] === 1 ? straightNearest(home) : -1;
			if (isRadius) continue;
			const isWithin = costDm[home] !== UNREACHED_DM && costDm[home] <= limit;
			if (!isWithin && within[home] === 1) reason[home] = BEYOND;
			if (isWithin) reason[home] = 0;
			within[home] = isWithin ? 1 : 0;
		}
	}

	function groupOf(home: number): number {
		const cell = situation.homes.cellOfHome[home];
		return base.profiles.length > 1 && cell >= 0 ? situation.isVillage[cell] : 0;
	}

	/** Of equally near ones the first. */
	function straightNearest(home: number): number {
		const { lonLat } = base.surveyed.city.residences[home];
		let [nearest, leastM] = [-1, Infinity];
		for (const number of numbers) {
			const apartM = distanceM(lonLat, records[number].lonLat);
			if (apartM >= leastM) continue;
			leastM = apartM;
			nearest = number;
		}
		return nearest;
	}
}
