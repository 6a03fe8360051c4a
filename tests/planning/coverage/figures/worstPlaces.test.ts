import { expect, test } from "vitest";
import { homeUnits, peopleIn } from "../../../../planning/coverage/figures/homeUnits.ts";
import { worstPlaces } from "../../../../planning/coverage/figures/worstPlaces.ts";
import { at } from "../../../scenes/streetScene.ts";
import { type WalkingHome, walks } from "../../../scenes/walks.ts";

type PlacedHome = WalkingHome & { readonly at: readonly [eastM: number, northM: number] };

const placesOf = (homes: readonly PlacedHome[], unit?: number, most?: number) => {
	const { farness, people, places } = walks(homes);
	const unitOf = homeUnits(places, { ofCell: Int32Array.of(0, 1) });
	const lonLat = homes.map((home) => at(...home.at));
	return worstPlaces(farness, unit === undefined ? people : peopleIn(people, unitOf, unit), {
		lon: Float64Array.from(lonLat, ([lon]) => lon),
		lat: Float64Array.from(lonLat, ([, lat]) => lat),
		limit: 15,
		...(most === undefined ? {} : { most }),
	});
};
const row = (eastM: number, people: number, minutes: number | null, cell = 0) =>
	[0, 100, 200].map((northM) => ({ at: [eastM, northM] as const, people, minutes, cell }));

test("homes near one another are one place; the place with most people beyond comes first", () => {
	const places = placesOf([...row(0, 10, 20), ...row(5_000, 90, 18), ...row(9_000, 500, 5)]);
	expect(places.map(({ people, homes }) => [people, [...homes]])).toEqual([
		[270, [3, 4, 5]],
		[30, [0, 1, 2]],
	]);
});

test("a place is shown at the home in its middle", () => {
	const [place] = placesOf(row(0, 10, 20));
	expect(place.at).toEqual(at(0, 100));
});

test("who is within the limit is in no place, though the neighbour is beyond", () => {
	const [place] = placesOf([
		{ at: [0, 0], people: 5, minutes: 14 },
		{ at: [10, 0], people: 3, minutes: 16 },
	]);
	expect([place.people, [...place.homes]]).toEqual([3, [1]]);
});

test("walks are told as far as they are known", () => {
	const home = (eastM: number, people: number, minutes: number | null): PlacedHome => ({
		at: [eastM, 0],
		people,
		minutes,
	});
	const [known] = placesOf([home(0, 5, 16), home(20, 1, 25)]);
	expect(known).toMatchObject({ medianMeasure: 16, farthestMeasure: 25 });
	const [partly] = placesOf([home(0, 5, 16), home(20, 1, null)]);
	expect(partly).toMatchObject({ medianMeasure: 16, farthestMeasure: null });
	const [lost] = placesOf([home(0, 5, null)]);
	expect(lost).toMatchObject({ medianMeasure: null, farthestMeasure: null });
});

test("of one unit only its own people are counted, also where the place goes on next door", () => {
	const homes = [...row(0, 10, 20), ...row(100, 70, 20, 1)];
	expect(placesOf(homes)).toHaveLength(1);
	expect(placesOf(homes, 0).map(({ people }) => people)).toEqual([30]);
	expect(placesOf(homes, 1).map(({ people }) => people)).toEqual([210]);
});

test("there are five at most, or as many as are asked for, and none where everybody is within", () => {
	const homes = [1, 2, 3, 4, 5, 6, 7].flatMap((one) => row(3_000 * one, one, 20));
	expect(placesOf(homes).map(({ people }) => people)).toEqual([21, 18, 15, 12, 9]);
	expect(placesOf(homes, undefined, 2)).toHaveLength(2);
	expect(placesOf(row(0, 10, 5))).toEqual([]);
	expect(placesOf([])).toEqual([]);
});
