import { expect, test } from "vitest";
import {
	type PlaceFinding,
	type PlaceHome,
	unitPlaces,
} from "../../../../planning/coverage/figures/unitPlaces.ts";
import { at } from "../../../scenes/streetScene.ts";

/** Homes in a row, 100 m apart, of 100 residents each. */
const homes = new Map<string, PlaceHome>(
	["a", "b", "c", "d", "e", "f", "g", "h"].map((id, place) => [
		id,
		{ lonLat: at(100 * place, 0), residents: 100 },
	]),
);
const finding = (
	category: string,
	residenceIds: string,
	more: Partial<PlaceFinding> = {},
): PlaceFinding => ({
	id: `facility-gap:${category}:${residenceIds}`,
	flag: "facility-gap",
	category,
	residenceIds: [...residenceIds],
	lever: "facility",
	figures: { medianWalkMinutes: 18 },
	...more,
});
const placesOf = (...findings: readonly PlaceFinding[]) =>
	unitPlaces(findings, homes).map(({ people, lacks }) => [
		people,
		lacks.map(({ category, people: lacking }) => `${category} ${lacking}`).join(", "),
	]);

test("homes without a park and without a school are one place that lacks both", () => {
	expect(placesOf(finding("GRN-PK", "abc"), finding("EDU-PRI", "ab"))).toEqual([
		[300, "GRN-PK 300, EDU-PRI 200"],
	]);
});

test("a finding half of whose people live elsewhere is a place of its own only when less than half is shared", () => {
	expect(placesOf(finding("GRN-PK", "abcd"), finding("EDU-PRI", "def"))).toEqual([
		[400, "GRN-PK 400"],
		[300, "EDU-PRI 300"],
	]);
	expect(placesOf(finding("GRN-PK", "abcd"), finding("EDU-PRI", "cdef"))).toEqual([
		[600, "EDU-PRI 400, GRN-PK 400"],
	]);
});

test("people who live beyond the unit's border are not counted, and a finding about nobody here is left out", () => {
	expect(placesOf(finding("GRN-PK", "abxyz"), finding("EDU-PRI", "xyz"))).toEqual([
		[200, "GRN-PK 200"],
	]);
});

test("metro stations and malls by need are no lack of a place; what is required, asked by policy or of the composite is", () => {
	expect(placesOf(finding("TRA-MET", "abcdef"), finding("ELD-MEAL", "ab"))).toEqual([]);
	for (const category of ["EDU-KG", "ELD-HUB", "SPO-GYM"])
		expect(placesOf(finding(category, "ab"))).toHaveLength(1);
});

test("the five places of most people, most first", () => {
	const places = placesOf(
		finding("GRN-PK", "a"),
		finding("EDU-PRI", "bc"),
		...["d", "e", "f", "g"].map((id) => finding("COM-MKT", id)),
	);
	expect(places).toHaveLength(5);
	expect(places[0]).toEqual([200, "EDU-PRI 200"]);
});

test("a place is at the home in its middle, and each lack says what would help", () => {
	const [place] = unitPlaces(
		[
			finding("ADM-PSC", "abc", {
				flag: "boundary-gap",
				lever: "boundary",
				figures: { medianAnyMinutes: 9, medianOwnMinutes: 22 },
			}),
			finding("EDU-PRI", "ab", { figures: { medianWalkMinutes: null } }),
		],
		homes,
	);
	expect(place.at).toEqual(at(100, 0));
	expect(place.lacks).toMatchObject([
		{ flag: "boundary-gap", lever: "boundary", medianMinutes: 22 },
		{ flag: "facility-gap", lever: "facility", medianMinutes: null },
	]);
});

test("the order that findings come in changes nothing", () => {
	const findings = [finding("GRN-PK", "abc"), finding("EDU-PRI", "cde"), finding("COM-MKT", "fg")];
	expect(unitPlaces([...findings].reverse(), homes)).toEqual(unitPlaces(findings, homes));
});
