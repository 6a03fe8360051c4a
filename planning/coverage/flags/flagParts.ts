// Parts that several flags are made of: people, places, words.
import type { UnitRecord } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { Category, Confidence } from "../../standards/catalogue.ts";
import type { Flag } from "../analysis.ts";
import { hullRing, territoryOf } from "../gaps/hull.ts";
import { middleOf } from "../gaps/middle.ts";
import type { Surveyed } from "../surveyed.ts";

export type Whereabouts = Pick<Flag, "residents" | "residenceIds" | "at" | "place">;

/** People and place of a flag about residences. */
export function whereabouts(surveyed: Surveyed, residences: Int32Array): Whereabouts {
	const { residenceLonLat } = surveyed;
	const places = residencesPlaces(residenceLonLat, residences);
	return {
		residents: residentsOf(surveyed, residences),
		residenceIds: idsOf(surveyed, residences),
		...aroundPlaces(places),
	};
}

function residencesPlaces(lonLat: Float64Array, residences: Int32Array): Float64Array {
	const places = new Float64Array(2 * residences.length);
	for (let i = 0; i < residences.length; i++) {
		places[2 * i] = lonLat[2 * residences[i]];
		places[2 * i + 1] = lonLat[2 * residences[i] + 1];
	}
	return places;
}

/** Ids of residences, in their order. */
export function idsOf({ residenceIds }: Surveyed, residences: ArrayLike<number>): string[] {
	const ids: string[] = [];
	for (let i = 0; i < residences.length; i++) ids.push(residenceIds[residences[i]]);
	return ids;
}

/** Where to fly to and what to outline for some places. */
export function placeOf(places: readonly LonLat[]): Pick<Flag, "at" | "place"> {
	return aroundPlaces(Float64Array.from(places.flat()));
}

function aroundPlaces(places: Float64Array): Pick<Flag, "at" | "place"> {
	const middle = 2 * middleOf(places);
	return { at: [places[middle], places[middle + 1]], place: territoryOf(hullRing(places)) };
}

/** People and place of a flag about a unit: everyone in it, its own shape. */
export function unitWhereabouts(surveyed: Surveyed, unit: UnitRecord): Whereabouts {
	const residences = surveyed.residencesOf(unit);
	return {
		residents: residentsOf(surveyed, residences),
		residenceIds: idsOf(surveyed, residences),
		at: surveyed.located.ground.labelPointOf(unit),
		place: unit.polygons,
	};
}

export function residentsOf(
	{ residents }: Pick<Surveyed, "residents">,
	residences: ArrayLike<number>,
): number {
	let sum = 0;
	for (let i = 0; i < residences.length; i++) sum += residents[residences[i]];
	return sum;
}

/** A record whose keys come in UTF-16 order, so that equal runs write equal bytes. */
export function sortedRecord(entries: Iterable<readonly [string, number]>): Record<string, number> {
	return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
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
