// The nearest facility of the residence's own units (属地): one bounded search per operator unit.
import type { UnitRecord } from "../city/records.ts";
import { limitDm } from "../reach/profiles.ts";
import { nearest, noTimes } from "../reach/reach.ts";
import type { Category } from "../standards/catalogue.ts";
import type { NearestTimes } from "./analysis.ts";
import { reasonsOf, withinMinutes } from "./anyTimes.ts";
import { servedUnit } from "./operators.ts";
import type { Surveyed } from "./surveyed.ts";

/** Own facilities are those operated by one's committee, circle or street-level unit, its town's BMUs included. */
export function ownTimes(surveyed: Surveyed, category: Category): NearestTimes {
	const { city, walkers, horizonS } = surveyed;
	const times = noTimes(city.residences.length);
	const hasOwn = new Uint8Array(city.residences.length);
	for (const [unit, facilities] of facilitiesByServedUnit(surveyed, category)) {
		const residents = surveyed.residencesOf(unit);
		for (const residence of residents) hasOwn[residence] = 1;
		walkers.groups.forEach(({ reach }, group) => {
			const members = residents.filter((residence) => walkers.residenceSpeed[residence] === group);
			if (members.length === 0) return;
			nearest(reach, facilities, members, limitDm(horizonS, reach.profile.speedMPerMin), times);
		});
	}
	const within = withinMinutes(surveyed, category, times.costDm);
	const reason = reasonsOf(surveyed, within, (residence) =>
		hasOwn[residence] === 1 ? "beyond" : "no-own-facility",
	);
	return { category: category.code, mode: "own", ...times, within, reason };
}

/** Attached facilities of a category by the unit whose residents call them their own. */
function facilitiesByServedUnit(
	surveyed: Surveyed,
	category: Category,
): ReadonlyMap<UnitRecord, number[]> {
	const { located } = surveyed;
	const byUnit = new Map<UnitRecord, number[]>();
	for (const facility of surveyed.facilitiesOf(category.code)) {
		const unit = servedUnit(located.operators[facility], located.tree);
		if (unit === undefined || !surveyed.isAttached(facility)) continue;
		const list = byUnit.get(unit);
		if (list === undefined) byUnit.set(unit, [facility]);
		else list.push(facility);
	}
	return byUnit;
}
