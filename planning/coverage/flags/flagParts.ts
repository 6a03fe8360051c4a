// Parts that several flags are made of: people, places, words.
import { labelPoint } from "../../city/labelPoint.ts";
import type { UnitKind, UnitRecord } from "../../city/records.ts";
import { distanceM, metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { secondsOf } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import type { Category, Confidence } from "../../standards/catalogue.ts";
import type { Flag, NearestTimes } from "../analysis.ts";
import type { Surveyed } from "../surveyed.ts";
import { hullOf } from "./hull.ts";

/** Wider than the squared error of a plane in any one city. */
const PLANE_MARGIN = 1.05;

type Whereabouts = Pick<Flag, "residents" | "residenceIds" | "at" | "place">;

/** People and place of a flag about residences. */
export function whereabouts(
	{ city, residenceLonLat }: Surveyed,
	residences: Int32Array,
): Whereabouts {
	const places = new Float64Array(2 * residences.length);
	residences.forEach((residence, i) => {
		places[2 * i] = residenceLonLat[2 * residence];
		places[2 * i + 1] = residenceLonLat[2 * residence + 1];
	});
	return {
		residents: residentsOf({ city }, residences),
		residenceIds: Array.from(residences, (residence) => city.residences[residence].id),
		at: middleOf(places),
		place: hullOf(places),
	};
}

/** Where to fly to and what to outline for some places. */
export function placeOf(places: readonly LonLat[]): Pick<Flag, "at" | "place"> {
	const lonLat = Float64Array.from(places.flat());
	return { at: middleOf(lonLat), place: hullOf(lonLat) };
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
	residences: ArrayLike<number>,
): number {
	let sum = 0;
	for (let i = 0; i < residences.length; i++) sum += city.residences[residences[i]].residents;
	return sum;
}

/** Residents of these residences by street-level unit and committee, and the codes of both, sorted. */
export function unitsOf(surveyed: Surveyed, residences: Int32Array) {
	const residentsByStreet = residentsByUnit(surveyed, residences, "street");
	const residentsByCommittee = residentsByUnit(surveyed, residences, "committee");
	const codes = new Set([...Object.keys(residentsByStreet), ...Object.keys(residentsByCommittee)]);
	codes.delete("");
	return { residentsByStreet, residentsByCommittee, unitCodes: [...codes].sort() };
}

/** Residents of these residences by unit code; those in no unit of the kind under "". */
function residentsByUnit(
	{ city, located: { residenceCell, unitOfCell } }: Surveyed,
	residences: Int32Array,
	kind: UnitKind,
): Record<string, number> {
	const units = unitOfCell[kind];
	const sums = new Map<UnitRecord | undefined, number>();
	for (const residence of residences) {
		const cell = residenceCell[residence];
		const unit = cell < 0 ? undefined : units[cell];
		sums.set(unit, (sums.get(unit) ?? 0) + city.residences[residence].residents);
	}
	return sortedRecord([...sums].map(([unit, sum]) => [unit?.code ?? "", sum] as const));
}

/** A record whose keys come in UTF-16 order, so that equal runs write equal bytes. */
export function sortedRecord(entries: Iterable<readonly [string, number]>): Record<string, number> {
	return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Median walk in minutes, one decimal, of those that a walk within the horizon reached; null when none was. */
export function medianMinutes(
	{ walkers }: Surveyed,
	{ costDm }: NearestTimes,
	residences: Int32Array,
): number | null {
	const minutes = new Float64Array(residences.length);
	let count = 0;
	for (const residence of residences) {
		if (costDm[residence] === UNREACHED_DM) continue;
		const speed = walkers.speeds[walkers.residenceSpeed[residence]];
		minutes[count++] = secondsOf(costDm[residence], speed) / 60;
	}
	if (count === 0) return null;
	const sorted = minutes.subarray(0, count).sort();
	return rounded((sorted[(count - 1) >> 1] + sorted[count >> 1]) / 2, 1);
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

/** The place nearest to the middle of all; the first of equally near ones. */
function middleOf(places: Float64Array): LonLat {
	const count = places.length / 2;
	let [lonSum, latSum] = [0, 0];
	for (let i = 0; i < count; i++) {
		lonSum += places[2 * i];
		latSum += places[2 * i + 1];
	}
	const mean: LonLat = [lonSum / count, latSum / count];
	const { lonM, latM } = metresPerDegree(mean[1]);
	let best: LonLat = [places[0], places[1]];
	let bestM = distanceM(best, mean);
	for (let i = 1; i < count; i++) {
		const dx = (places[2 * i] - mean[0]) * lonM;
		const dy = (places[2 * i + 1] - mean[1]) * latM;
		if (dx * dx + dy * dy > PLANE_MARGIN * bestM * bestM) continue; // not worth the exact distance
		const place: LonLat = [places[2 * i], places[2 * i + 1]];
		const apartM = distanceM(place, mean);
		if (apartM < bestM) [best, bestM] = [place, apartM];
	}
	return best;
}
