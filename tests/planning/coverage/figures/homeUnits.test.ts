import { expect, test } from "vitest";
import { homeUnits, peopleIn } from "../../../../planning/coverage/figures/homeUnits.ts";
import { peopleBeyond } from "../../../../planning/coverage/figures/peopleBeyond.ts";
import { walks } from "../../../scenes/walks.ts";

const { farness, people, places } = walks([
	{ minutes: 5, people: 1, cell: 0 },
	{ minutes: 20, people: 2, cell: 1 },
	{ minutes: null, people: 4, cell: 2 },
	{ minutes: 10, people: 8 },
]);
const unitOf = homeUnits(places, { ofCell: Int32Array.of(1, 0, -1) });

test("a home lies in the unit of its cell; without a cell, or in a cell without a unit, in none", () => {
	expect([...unitOf]).toEqual([1, 0, -1, -1]);
});

test("of one unit, everybody else counts nothing", () => {
	expect(peopleIn(people, unitOf, 0)).toEqual({ who: "all", count: Uint32Array.of(0, 2, 0, 0) });
});

test("beyond a limit are those who walk farther and those whom nothing reaches", () => {
	expect([...peopleBeyond(farness, people, 10).count]).toEqual([0, 2, 4, 0]);
	expect([...peopleBeyond(farness, people, 20).count]).toEqual([0, 0, 4, 0]);
});
