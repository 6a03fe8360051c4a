// The nearest facility of any unit (开放), within the category's limit or not, and why not.
import { indexPoints } from "../city/nearPoints.ts";
import { limitDm } from "../reach/profiles.ts";
import { nearest, noTimes, UNREACHED_DM } from "../reach/reach.ts";
import type { Category } from "../standards/catalogue.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import { type NearestTimes, REASONS, type Reason } from "./analysis.ts";
import type { Surveyed } from "./surveyed.ts";

/** One search over all facilities of a category, harvested at every residence. */
export function anyTimes(surveyed: Surveyed, category: Category): NearestTimes {
	const { city, walkers, horizonS } = surveyed;
	const facilities = surveyed.facilitiesOf(category.code);
	const times = noTimes(city.residences.length);
	if (facilities.length > 0)
		for (const { reach, residences } of walkers.groups)
			nearest(reach, facilities, residences, limitDm(horizonS, reach.profile.speedMPerMin), times);

	const within =
		category.basis === "metres"
			? withinRadius(surveyed, category, times.facility)
			: withinMinutes(surveyed, category, times.costDm);
	const hasOne =
		category.basis === "metres"
			? facilities.length > 0
			: facilities.some((f) => surveyed.isAttached(f));
	const reason = reasonsOf(surveyed, within, () => (hasOne ? "beyond" : "no-facility"));
	return { category: category.code, mode: "any", ...times, within, reason };
}

/** 1 where the cost is within the category's minutes at the residence's own speed. */
export function withinMinutes(
	{ walkers }: Surveyed,
	category: Category,
	costDm: Uint32Array,
): Uint8Array {
	const limits = walkers.speeds.map((speed) => limitDm((category.walkMinutes ?? 0) * 60, speed));
	return Uint8Array.from(costDm, (cost, residence) =>
		cost !== UNREACHED_DM && cost <= limits[walkers.residenceSpeed[residence]] ? 1 : 0,
	);
}

/** Why each residence is not within, in the fixed order: not attached first, then what `whyElse` says. */
export function reasonsOf(
	{ residenceAttachments }: Surveyed,
	within: Uint8Array,
	whyElse: (residence: number) => Reason,
): Uint8Array {
	return within.map((isWithin, residence) => {
		if (isWithin === 1) return REASONS.indexOf("");
		const isAttached = residenceAttachments[residence].edge !== NO_EDGE;
		return REASONS.indexOf(isAttached ? whyElse(residence) : "not-attached");
	});
}

/** Straight line on the ellipsoid to the nearest facility; fills in facilities that no walk within the horizon reached. */
function withinRadius(
	{ city, facilitiesOf }: Surveyed,
	category: Category,
	facility: Int32Array,
): Uint8Array {
	const candidates = facilitiesOf(category.code);
	const index = indexPoints(candidates.map((f) => city.facilities[f].lonLat));
	return Uint8Array.from(city.residences, ({ lonLat }, residence) => {
		const near = index.within(lonLat, category.radiusM ?? 0)[0];
		if (near === undefined) return 0;
		if (facility[residence] < 0) facility[residence] = candidates[near.index];
		return 1;
	});
}
