// Times of a whole city without any split, written as one would say it: a search per category over everybody, one per
// operator unit, radii and severances looked up from each home. Slow, and the judge of whatever is fast.
import { indexPoints } from "../../planning/city/nearPoints.ts";
import type { UnitRecord } from "../../planning/city/records.ts";
import { type NearestTimes, REASONS, type Reason } from "../../planning/coverage/analysis.ts";
import { servedUnit } from "../../planning/coverage/operators.ts";
import type { Severed } from "../../planning/coverage/search/results.ts";
import type { Surveyed } from "../../planning/coverage/surveyed.ts";
import { attachmentAt } from "../../planning/reach/attachments.ts";
import { limitDm } from "../../planning/reach/profiles.ts";
import { nearest, noTimes, reachFor, UNREACHED_DM } from "../../planning/reach/reach.ts";
import { CATEGORIES, type Category } from "../../planning/standards/catalogue.ts";
import { THRESHOLDS } from "../../planning/standards/thresholds.ts";
import { barrierBetween } from "../../planning/streets/barrierIndex.ts";
import { NO_EDGE } from "../../planning/streets/StreetGraph.ts";

/** All times, any before own, and what is severed by category. */
export function plainTimes(surveyed: Surveyed) {
	const search = searchOf(surveyed);
	const walked = CATEGORIES.filter(({ basis }) => basis !== "presence");
	const times = walked.flatMap((category) => {
		const any = anyTimes(surveyed, search, category);
		const hasOwn = category.ownUnit === "yes" && surveyed.hasDivisions;
		return hasOwn ? [any, ownTimes(surveyed, search, category)] : [any];
	});
	const severed = new Map<string, readonly Severed[]>();
	for (const category of walked) {
		const any = times.find((one) => one.category === category.code && one.mode === "any");
		const found = any === undefined ? [] : severedOf(surveyed, category, any);
		if (found.length > 0) severed.set(category.code, found);
	}
	return { times, severed };
}

type Search = ReturnType<typeof searchOf>;

function searchOf({ city, walkers, attachments, residenceAttachments, horizonS }: Surveyed) {
	const { firstDoor, doors } = attachments;
	const facilities = city.facilities.map((_, facility) =>
		[...doors.edge.keys()]
			.slice(firstDoor[facility], firstDoor[facility + 1])
			.map((row) => attachmentAt(doors, row)),
	);
	const reaches = walkers.profiles.map((profile) =>
		reachFor(city.graph, profile, residenceAttachments, facilities),
	);
	return (
		wanted: readonly number[],
		residences: readonly number[],
		times = noTimes(city.residences.length),
	) => {
		reaches.forEach((reach, group) => {
			const members = residences.filter((one) => walkers.residenceSpeed[one] === group);
			nearest(reach, wanted, members, limitDm(horizonS, reach.profile.speedMPerMin), times);
		});
		return times;
	};
}

function anyTimes(surveyed: Surveyed, search: Search, category: Category): NearestTimes {
	const { city } = surveyed;
	const facilities = surveyed.facilitiesOf(category.code);
	const times = search(facilities, [...city.residences.keys()]);
	const isRadius = category.basis === "metres";
	const within = isRadius
		? withinRadius(surveyed, category, times.facility)
		: withinMinutes(surveyed, category, times.costDm);
	const hasOne = isRadius
		? facilities.length > 0
		: facilities.some((facility) => surveyed.isAttached(facility));
	const reason = reasonsOf(surveyed, within, () => (hasOne ? "beyond" : "no-facility"));
	return { category: category.code, mode: "any", ...times, within, reason };
}

function ownTimes(surveyed: Surveyed, search: Search, category: Category): NearestTimes {
	const { city, located } = surveyed;
	const times = noTimes(city.residences.length);
	const hasOwn = new Set<number>();
	const byUnit = new Map<UnitRecord, number[]>();
	for (const facility of surveyed.facilitiesOf(category.code)) {
		const unit = servedUnit(located.operators[facility], located.tree);
		if (unit === undefined || !surveyed.isAttached(facility)) continue;
		byUnit.set(unit, [...(byUnit.get(unit) ?? []), facility]);
	}
	for (const [unit, facilities] of byUnit) {
		for (const residence of surveyed.residencesOf(unit)) hasOwn.add(residence);
		search(facilities, surveyed.residencesOf(unit), times);
	}
	const within = withinMinutes(surveyed, category, times.costDm);
	const reason = reasonsOf(surveyed, within, (residence) =>
		hasOwn.has(residence) ? "beyond" : "no-own-facility",
	);
	return { category: category.code, mode: "own", ...times, within, reason };
}

function withinMinutes({ walkers }: Surveyed, category: Category, costDm: Uint32Array): Uint8Array {
	const limits = walkers.speeds.map((speed) => limitDm((category.walkMinutes ?? 0) * 60, speed));
	return Uint8Array.from(costDm, (cost, residence) =>
		cost !== UNREACHED_DM && cost <= limits[walkers.residenceSpeed[residence]] ? 1 : 0,
	);
}

function withinRadius({ city, facilitiesOf }: Surveyed, category: Category, facility: Int32Array) {
	const candidates = facilitiesOf(category.code);
	const index = indexPoints(candidates.map((one) => city.facilities[one].lonLat));
	return Uint8Array.from(city.residences, ({ lonLat }, residence) => {
		const near = index.within(lonLat, category.radiusM ?? 0)[0];
		if (near === undefined) return 0;
		if (facility[residence] < 0) facility[residence] = candidates[near.index];
		return 1;
	});
}

function reasonsOf(
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

function severedOf(surveyed: Surveyed, category: Category, { within }: NearestTimes): Severed[] {
	const { city, walkers, barriers, residenceAttachments } = surveyed;
	if (category.basis !== "minutes") return [];
	const facilities = surveyed.facilitiesOf(category.code);
	const index = indexPoints(facilities.map((facility) => city.facilities[facility].lonLat));
	return city.residences.flatMap(({ lonLat }, residence) => {
		if (within[residence] === 1 || residenceAttachments[residence].edge === NO_EDGE) return [];
		const speed = walkers.speeds[walkers.residenceSpeed[residence]];
		const limitM = limitDm((category.walkMinutes ?? 0) * 60, speed) / 10;
		for (const near of index.within(lonLat, limitM / THRESHOLDS.severanceDetour.value)) {
			const facility = facilities[near.index];
			const barrier = barrierBetween(barriers, lonLat, city.facilities[facility].lonLat);
			if (barrier >= 0) return [{ residence, facility, barrier }];
		}
		return [];
	});
}
