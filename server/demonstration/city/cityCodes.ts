// Kinds, zones, codes and names of the units of a whole city, from where their people live.
import type { StreetKind, Zone } from "../../../planning/city/records.ts";
import { at } from "../at.ts";
import type { AdminTree } from "./AdminTree.ts";
import { placeName } from "./placeNames.ts";

/** Province and city of every code; no such province exists. */
const CITY_DIGITS = "9801";
const FIRST_NUMBER: Readonly<Record<StreetKind, number>> = {
	subdistrict: 1,
	town: 100,
	township: 200,
	other: 400,
};
const STREET_WORD: Readonly<Record<StreetKind, string>> = {
	subdistrict: "街道",
	town: "镇",
	township: "乡",
	other: "地区",
};

export interface CityCodes {
	readonly districtCode: readonly string[];
	readonly districtName: readonly string[];
	readonly streetKind: readonly StreetKind[];
	readonly streetCode: readonly string[];
	readonly streetName: readonly string[];
	readonly zone: readonly Zone[];
	readonly committeeCode: readonly string[];
	readonly committeeName: readonly string[];
	/** Street-level unit of each committee, district of each street-level unit. */
	readonly streetOf: Int32Array;
	readonly districtOf: Int32Array;
}

/** Where a committee is: residents per square kilometre and distance from the middle of the city. */
export interface CommitteePlace {
	readonly residentsPerKm2: number;
	readonly fromMiddleM: number;
}

export function cityCodes(tree: AdminTree, places: readonly CommitteePlace[]): CityCodes {
	const streetOf = groupOf(tree.firstCommittee, places.length);
	const districtOf = groupOf(tree.firstStreet, tree.firstCommittee.length - 1);
	const zone = places.map(zoneOf);
	const districtCode = tree.firstStreet
		.slice(1)
		.map((_, district) => `${CITY_DIGITS}${digits(district + 1, 2)}000000`);
	const streetKind = tree.firstCommittee
		.slice(1)
		.map((end, street) => kindOf(zone.slice(at(tree.firstCommittee, street), end)));
	const streetNumbers = new Map<string, number>();
	const streetCode = streetKind.map((kind, street) => {
		const key = `${at(districtCode, at(districtOf, street)).slice(0, 6)}`;
		return `${key}${digits(FIRST_NUMBER[kind] + counted(streetNumbers, key + kind), 3)}000`;
	});
	const committeeNumbers = new Map<string, number>();
	const committeeCode = zone.map((each, committee) => {
		const street = at(streetCode, at(streetOf, committee)).slice(0, 9);
		const first = each === "village" ? 201 : 1;
		return `${street}${digits(first + counted(committeeNumbers, `${street} ${first}`), 3)}`;
	});
	return {
		districtCode,
		districtName: districtCode.map((_, i) => `${placeName(9_000 + i)}区`),
		streetKind,
		streetCode,
		streetName: streetKind.map((kind, i) => `${placeName(8_000 + i)}${STREET_WORD[kind]}`),
		zone,
		committeeCode,
		committeeName: zone.map(
			(each, i) => `${placeName(i)}${each === "village" ? "村村委会" : "社区居委会"}`,
		),
		streetOf,
		districtOf,
	};
}

function groupOf(first: readonly number[], count: number): Int32Array {
	const groups = new Int32Array(count);
	for (let group = 0; group + 1 < first.length; group++)
		groups.fill(group, at(first, group), at(first, group + 1));
	return groups;
}

function zoneOf({ residentsPerKm2, fromMiddleM }: CommitteePlace): Zone {
	if (residentsPerKm2 > 3_500) return fromMiddleM < 20_000 ? "urban" : "new-town";
	return residentsPerKm2 > 1_600 ? "market-town" : "village";
}

/** A township where all are villages; a subdistrict where most are town. */
function kindOf(zones: readonly Zone[]): StreetKind {
	const share = (...kinds: Zone[]) =>
		zones.filter((zone) => kinds.includes(zone)).length / zones.length;
	if (share("urban", "new-town") > 0.5) return "subdistrict";
	return share("village") > 0.95 ? "township" : "town";
}

function counted(numbers: Map<string, number>, key: string): number {
	const number = numbers.get(key) ?? 0;
	numbers.set(key, number + 1);
	return number;
}

function digits(value: number, length: number): string {
	return String(value).padStart(length, "0");
}
