import fc from "fast-check";
import { expect, test } from "vitest";
import {
	hexMeasure,
	hexPeople,
	hexSums,
} from "../../../../planning/coverage/figures/hexFigures.ts";
import { peopleBeyond } from "../../../../planning/coverage/figures/peopleBeyond.ts";
import { anyHomes, walks } from "../../../scenes/walks.ts";

const { farness, people } = walks([
	{ minutes: 5, people: 10 },
	{ minutes: 20, people: 30 },
	{ minutes: null, people: 4 },
	{ minutes: 8, people: 0 },
	{ minutes: 2, people: 99 },
]);
const hexes = hexPeople(Int32Array.of(7, 2, 7, 5, -1), people);

test("only hexagons with people are listed; a home off the lattice is in none", () => {
	expect([...hexes.hex]).toEqual([2, 7]);
	expect([...hexes.people]).toEqual([30, 14]);
});

test("a limit parts the people of each hexagon", () => {
	expect([...hexSums(hexes, peopleBeyond(farness, people, 15))]).toEqual([30, 4]);
	expect([...hexSums(hexes, peopleBeyond(farness, people, 30))]).toEqual([0, 4]);
});

test("a hexagon has the median walk of its people, or none beyond the horizon", () => {
	expect([...hexMeasure(hexes, farness, people)]).toEqual([20, 5]);
	const lost = walks([{ minutes: null, people: 1 }]);
	const one = hexPeople(Int32Array.of(0), lost.people);
	expect([...hexMeasure(one, lost.farness, lost.people)]).toEqual([Number.NaN]);
});

test("wherever homes lie, hexagons hold everybody on the lattice once", () => {
	const places = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 40, maxLength: 40 });
	fc.assert(
		fc.property(anyHomes, places, (homes, hexOf) => {
			const scene = walks(homes);
			const found = hexPeople(
				Int32Array.from(homes, (_, home) => hexOf[home]),
				scene.people,
			);
			expect(found.hex.toSorted()).toEqual(found.hex);
			found.hex.forEach((hex, slot) => {
				const inside = homes.filter((_, home) => hexOf[home] === hex);
				expect(found.people[slot]).toBe(inside.reduce((sum, one) => sum + one.people, 0));
				expect(found.people[slot]).toBeGreaterThan(0);
			});
			const listed = homes.filter((_, home) => hexOf[home] >= 0);
			expect(found.people.reduce((sum, one) => sum + one, 0)).toBe(
				listed.reduce((sum, one) => sum + one.people, 0),
			);
			expect([...hexSums(found, scene.people)]).toEqual([...found.people]);
		}),
	);
});
