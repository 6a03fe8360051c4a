// The worst places of a unit, over all categories: where most of its people live whom some service does not reach.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { type Category, categoryOf } from "../../standards/catalogue.ts";
import type { Flag, FlagCode, Lever } from "../analysis.ts";
import { middleOf } from "../gaps/middle.ts";
import { COMPOSITE_PARTS } from "./composite.ts";

/** Findings that say where people are not served, each with the one thing that would help. */
export const PLACE_FLAGS = [
	"facility-gap",
	"severance",
	"boundary-gap",
] as const satisfies FlagCode[];
const MOST_PLACES = 5;
/** A finding that shares more of its people than this with a place is about the same place. */
const SAME_PLACE_SHARE = 0.5;

/** What places are made of. */
export type PlaceFinding = Pick<
	Flag,
	"id" | "flag" | "category" | "residenceIds" | "lever" | "figures"
>;

/** A home of the unit. */
export interface PlaceHome {
	readonly lonLat: LonLat;
	readonly residents: number;
}

export interface PlaceLack {
	readonly flagId: string;
	readonly flag: FlagCode;
	readonly category: string;
	/** Residents of the unit whom the finding names. */
	readonly people: number;
	/** Half of all whom the finding names walk at most this far; null where the nearest is beyond the horizon. */
	readonly medianMinutes: number | null;
	readonly lever: Lever;
}

export interface UnitPlace {
	/** The home nearest to the middle of what its first finding names. */
	readonly at: LonLat;
	/** Residents of the unit whom any of its findings names. */
	readonly people: number;
	readonly homes: number;
	/** The findings about it, that of most people first. */
	readonly lacks: readonly PlaceLack[];
}

/** Of services that the standard requires or a policy asks for, and of those of the composite. */
export function isOfPlaces({ code, requirement }: Category): boolean {
	return /^(mandatory|policy)/.test(requirement) || COMPOSITE_PARTS.flat().includes(code);
}

/**
 * At most five places, most people first. Each finding counts the residents who live in the unit. From the finding of most
 * people down: one of which half the people or more live in homes that came with an earlier place is another lack of that
 * place; any other is a place of its own, and may share some homes with others. `homes`: those of the unit, by id.
 */
export function unitPlaces(
	findings: readonly PlaceFinding[],
	homes: ReadonlyMap<string, PlaceHome>,
): UnitPlace[] {
	const places: { readonly lacks: FoundLack[] }[] = [];
	const placeOf = new Map<string, number>();
	for (const found of lacksOf(findings, homes)) {
		const same = samePlace(found, homes, placeOf);
		const number = same ?? places.push({ lacks: [] }) - 1;
		places[number].lacks.push(found);
		for (const id of found.ids) if (!placeOf.has(id)) placeOf.set(id, number);
	}
	return places
		.map(({ lacks }) => placeWith(lacks, homes))
		.sort((a, b) => b.people - a.people)
		.slice(0, MOST_PLACES);
}

function placeWith(lacks: readonly FoundLack[], homes: ReadonlyMap<string, PlaceHome>): UnitPlace {
	const own = homesOf(new Set(lacks.flatMap(({ ids }) => ids)), homes);
	const first = homesOf(lacks[0].ids, homes);
	const middle = middleOf(Float64Array.from(first.flatMap(({ lonLat }) => lonLat)));
	return {
		at: first[middle].lonLat,
		people: peopleOf(own),
		homes: own.length,
		lacks: lacks.map(({ lack }) => lack),
	};
}

function homesOf(ids: Iterable<string>, homes: ReadonlyMap<string, PlaceHome>): PlaceHome[] {
	return Array.from(ids, (id) => homes.get(id)).filter((home) => home !== undefined);
}

function peopleOf(homes: readonly PlaceHome[]): number {
	return homes.reduce((sum, { residents }) => sum + residents, 0);
}

interface FoundLack {
	readonly lack: PlaceLack;
	/** Homes of the unit. */
	readonly ids: readonly string[];
}

function lacksOf(
	findings: readonly PlaceFinding[],
	homes: ReadonlyMap<string, PlaceHome>,
): FoundLack[] {
	return findings
		.flatMap(({ id, flag, category, residenceIds, lever, figures }): FoundLack[] => {
			const known = categoryOf(category ?? "");
			if (category === null || known === undefined || !isOfPlaces(known)) return [];
			const ids = residenceIds.filter((one) => homes.has(one));
			const people = peopleOf(homesOf(ids, homes));
			const lack = { flagId: id, flag, category, people, medianMinutes: minutesOf(figures), lever };
			return people === 0 ? [] : [{ lack, ids }];
		})
		.sort((a, b) => b.lack.people - a.lack.people || byCodeUnit(a.lack.flagId, b.lack.flagId));
}

/** Of a boundary gap the walk to one's own, of the others the walk to the nearest. */
function minutesOf(figures: PlaceFinding["figures"]): number | null {
	const minutes = figures["medianOwnMinutes"] ?? figures["medianWalkMinutes"];
	return typeof minutes === "number" ? minutes : null;
}

/** The place that half of these people or more came with; undefined where there is none. */
function samePlace(
	{ lack, ids }: FoundLack,
	homes: ReadonlyMap<string, PlaceHome>,
	placeOf: ReadonlyMap<string, number>,
): number | undefined {
	const shared = new Map<number, number>();
	for (const id of ids) {
		const place = placeOf.get(id);
		if (place === undefined) continue;
		shared.set(place, (shared.get(place) ?? 0) + (homes.get(id)?.residents ?? 0));
	}
	const [most] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
	return most !== undefined && most[1] >= SAME_PLACE_SHARE * lack.people ? most[0] : undefined;
}
