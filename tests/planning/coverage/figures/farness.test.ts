import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../../planning/coverage/analyse.ts";
import {
	boundsOf,
	type Farness,
	measureOf,
	measurer,
	withinOf,
} from "../../../../planning/coverage/figures/farness.ts";
import { type Category, categoryOf, limitOf } from "../../../../planning/standards/catalogue.ts";
import { gridCity } from "../../../scenes/gridCity.ts";
import { anyHomes, walks } from "../../../scenes/walks.ts";

describe("at the standard's own limit", () => {
	const city = gridCity({
		units: [
			{ kind: "committee", code: "town", areas: [[-10, -10, 500, 1010]] },
			{ kind: "committee", code: "hamlet", zone: "village", areas: [[500, -10, 1010, 1010]] },
		],
		homes: [0, 130, 260, 390, 520, 650, 780, 910].flatMap((eastM) =>
			[0, 440, 1_000].map((northM) => ({ at: [eastM, northM] as const })),
		),
		doors: ["HEA-CHC", "EDU-PRI", "ELD-DAY", "ADM-NC"].map((category, i) => ({
			category,
			at: [100 * i, 0] as const,
		})),
	});
	const { times, speeds, residenceSpeed: walker } = analyse(city);
	const walked = times.filter(({ category }) => categoryOf(category)?.basis === "minutes");

	test("homes are within exactly where the analysis says so, whoever walks how fast", () => {
		expect(new Set(walker).size).toBe(2);
		const sums = walked.map(({ category, costDm: cost, within }) => {
			const ownLimit = limitOf(categoryOf(category) as Category) ?? 0;
			const farness: Farness = {
				unit: "minutes",
				cost,
				walker,
				speeds,
				ownLimit,
				horizon: 15,
			};
			expect(withinOf(farness, ownLimit)).toEqual(within);
			return within.reduce((sum, one) => sum + one, 0);
		});
		expect(sums.some((sum) => sum > 0 && sum < city.residences.length)).toBe(true);
	});
});

test("a home on the limit is within, one decimetre farther is not", () => {
	const { farness } = walks([
		{ minutes: 10, people: 1 },
		{ minutes: 10, people: 1, speedMPerMin: 120 },
	]);
	expect([...farness.cost]).toEqual([6_000, 12_000]);
	expect([...withinOf(farness, 10)]).toEqual([1, 1]);
	const farther = { ...farness, cost: farness.cost.map((cost) => cost + 1) };
	expect([...withinOf(farther, 10)]).toEqual([0, 0]);
});

test("walking a tenth slower reaches nine tenths as far; straight lines do not slow down", () => {
	const { farness } = walks([{ minutes: 5, people: 1 }]);
	expect([...boundsOf(farness, 10, 0.9)]).toEqual([5_400, 10_800]);
	expect([...boundsOf({ ...farness, unit: "metres" }, 10, 0.9)]).toEqual([100, 100]);
	expect([...boundsOf({ ...farness, unit: "percent" }, 100, 0.9)]).toEqual([90, 90]);
});

test("a scaled limit is whole decimetres by exact arithmetic, for every speed and limit of the app", () => {
	for (const speed of [48, 53, 67, 80, 200])
		for (let limit = 1; limit <= 30; limit++)
			for (const tenths of [9, 11])
				expect(boundsOf({ ...walks([]).farness, speeds: [speed] }, limit, tenths / 10)[0]).toBe(
					limit * speed * tenths,
				);
});

test("a measure is said in the unit of limits, and is unknown where nothing reaches", () => {
	const { farness } = walks([
		{ minutes: 7.5, people: 1, speedMPerMin: 120 },
		{ minutes: null, people: 1 },
	]);
	expect([measureOf(farness, 0), measureOf(farness, 1)]).toEqual([7.5, null]);
	expect(measureOf({ ...farness, unit: "metres" }, 0)).toBe(900);
	expect(measureOf({ ...farness, unit: "percent" }, 0)).toBe(9_000);
});

test("beyond the horizon every walk is infinite, though its cost may be known", () => {
	const { farness } = walks(
		[20, 20.1, null].map((minutes) => ({ minutes, people: 1 })),
		{ horizon: 20 },
	);
	expect([0, 1, 2].map(measurer(farness))).toEqual([20, Infinity, Infinity]);
});

test("a wider limit never leaves anybody out", () => {
	fc.assert(
		fc.property(anyHomes, fc.integer({ min: 1, max: 29 }), (homes, limit) => {
			const { farness } = walks(homes);
			const [near, far] = [withinOf(farness, limit), withinOf(farness, limit + 1)];
			expect(near.every((one, home) => one <= far[home])).toBe(true);
		}),
	);
});
