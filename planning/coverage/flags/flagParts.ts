// Parts that several flags are made of: people, places, words.
import { labelPoint } from "../../city/labelPoint.ts";
import type { UnitKind, UnitRecord } from "../../city/records.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { secondsOf } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import type { Category, Confidence } from "../../standards/catalogue.ts";
import type { Flag, NearestTimes } from "../analysis.ts";
import { unitAt } from "../located.ts";
import type { Surveyed } from "../surveyed.ts";
import { hullOf } from "./hull.ts";

type Whereabouts = Pick<Flag, "residents" | "residenceIds" | "at" | "place">;

/** People and place of a flag about residences. */
export function whereabouts({ city }: Surveyed, residences: readonly number[]): Whereabouts {
	const records = residences.map((residence) => city.residences[residence]);
	return {
		residents: residentsOf({ city }, residences),
		residenceIds: records.map(({ id }) => id),
		...placeOf(records.map(({ lonLat }) => lonLat)),
	};
}

/** Where to fly to and what to outline for some places. */
export function placeOf(places: readonly LonLat[]): Pick<Flag, "at" | "place"> {
	return { at: middleOf(places), place: hullOf(places) };
}

/** People and place of a flag about a unit: everyone in it, its own shape. */
export function unitWhereabouts(surveyed: Surveyed, unit: UnitRecord): Whereabouts {
	const residences = surveyed.residencesOf(unit);
	return {
		residents: residentsOf(surveyed, residences),
		residenceIds: residences.map((residence) => surveyed.city.residences[residence].id),
		at: unit.seat ?? labelPoint(unit.polygons),
		place: unit.polygons,
	};
}

export function residentsOf(
	{ city }: Pick<Surveyed, "city">,
	residences: readonly number[],
): number {
	return residences.reduce((sum, residence) => sum + city.residences[residence].residents, 0);
}

/** Residents of these residences by unit code; those in no unit of the kind under "". */
export function residentsByUnit(
	{ city, located }: Surveyed,
	residences: readonly number[],
	kind: UnitKind,
): Record<string, number> {
	const sums = new Map<string, number>();
	for (const residence of residences) {
		const code = unitAt(located, located.residenceCell[residence], kind)?.code ?? "";
		sums.set(code, (sums.get(code) ?? 0) + city.residences[residence].residents);
	}
	return sortedRecord(sums);
}

/** A record whose keys come in UTF-16 order, so that equal runs write equal bytes. */
export function sortedRecord(entries: Iterable<readonly [string, number]>): Record<string, number> {
	return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Unit codes of residences: their streets and committees, sorted. */
export function unitCodesOf(surveyed: Surveyed, residences: readonly number[]): string[] {
	const codes = (["street", "committee"] as const).flatMap((kind) =>
		Object.keys(residentsByUnit(surveyed, residences, kind)),
	);
	return [...new Set(codes)].filter((code) => code !== "").sort();
}

/** Median walk in minutes, one decimal, of those that a walk within the horizon reached; null when none was. */
export function medianMinutes(
	{ walkers }: Surveyed,
	{ costDm }: NearestTimes,
	residences: readonly number[],
): number | null {
	const minutes = residences
		.filter((residence) => costDm[residence] !== UNREACHED_DM)
		.map(
			(residence) =>
				secondsOf(costDm[residence], walkers.speeds[walkers.residenceSpeed[residence]]) / 60,
		)
		.sort((a, b) => a - b);
	if (minutes.length === 0) return null;
	return rounded((minutes[(minutes.length - 1) >> 1] + minutes[minutes.length >> 1]) / 2, 1);
}

export function rounded(value: number, decimals: number): number {
	const factor = 10 ** decimals;
	return Math.round(value * factor) / factor;
}

/** The category's limit in words. */
export function limitWords(category: Category): { zh: string; en: string } {
	return category.basis === "metres"
		? { zh: `半径 ${category.radiusM} 米`, en: `radius ${category.radiusM} m` }
		: { zh: `步行 ${category.walkMinutes} 分钟`, en: `${category.walkMinutes} minutes` };
}

/** A limit that the app itself chose is uncertain, however sure its source is about the rest. */
export function limitConfidence(category: Category): Confidence {
	return category.reachBasis === "app-default" ? "uncertain" : category.confidence;
}

/** The place nearest to the middle of all. */
function middleOf(places: readonly LonLat[]): LonLat {
	const mean: LonLat = [
		places.reduce((sum, [lon]) => sum + lon, 0) / places.length,
		places.reduce((sum, [, lat]) => sum + lat, 0) / places.length,
	];
	let best = places[0];
	for (const place of places) if (distanceM(place, mean) < distanceM(best, mean)) best = place;
	return best;
}
