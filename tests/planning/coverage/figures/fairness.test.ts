import fc from "fast-check";
import { expect, test } from "vitest";
import { fairness } from "../../../../planning/coverage/figures/fairness.ts";
import { anyHomes, type WalkingHome, walks } from "../../../scenes/walks.ts";

const fairnessOf = (homes: readonly WalkingHome[], horizon = 30) => {
	const { farness, people } = walks(homes, { horizon });
	return fairness(farness, people);
};
const each = (...minutes: (number | null)[]) => minutes.map((one) => ({ minutes: one, people: 1 }));

test("where everybody walks the same, the curve is the diagonal and the coefficient 0", () => {
	const { points, gini, medianMeasure } = fairnessOf([
		{ minutes: 8, people: 70 },
		{ minutes: 8, people: 30, speedMPerMin: 120 },
	]);
	expect(gini).toBe(0);
	expect(medianMeasure).toBe(8);
	for (const [people, walk] of points) expect(walk).toBeCloseTo(people, 9);
});

test("where nobody has to walk at all, nobody is worse off", () => {
	expect(fairnessOf(each(0, 0, 0))).toMatchObject({ gini: 0, medianMeasure: 0 });
});

test("one of two walks: the half that walks does all of it", () => {
	const { points, gini } = fairnessOf(each(0, 10));
	expect(gini).toBeCloseTo(0.5, 12);
	expect(points[50]).toEqual([50, 0]);
	expect(points[75][1]).toBeCloseTo(50, 9);
	expect(points.at(-1)).toEqual([100, 100]);
});

test("1, 2 and 3 minutes: two ninths", () => {
	expect(fairnessOf(each(3, 1, 2))).toMatchObject({
		gini: expect.closeTo(2 / 9, 12),
		medianMeasure: 2,
	});
});

test("a home of many weighs as many homes of one", () => {
	const one = fairnessOf([
		{ minutes: 4, people: 3 },
		{ minutes: 12, people: 2 },
	]);
	const many = fairnessOf(each(4, 4, 4, 12, 12));
	expect(one.gini).toBeCloseTo(many.gini ?? -1, 12);
	expect(one.medianMeasure).toBe(4);
});

test("whom nothing reaches walks to the horizon and is told; a median among them is unknown", () => {
	const { gini, cappedPct, medianMeasure } = fairnessOf(each(10, null));
	expect(cappedPct).toBe(50);
	expect(gini).toBeCloseTo(fairnessOf(each(10, 30)).gini ?? -1, 12);
	expect(medianMeasure).toBe(10); // half of the people are within 10 minutes
	expect(fairnessOf(each(10, null, null)).medianMeasure).toBeNull();
});

test("of nobody there is no fairness", () => {
	expect(fairnessOf([])).toEqual({ points: [], gini: null, medianMeasure: null, cappedPct: null });
});

test("by its definition: half the mean difference of every two people, over the mean walk", () => {
	fc.assert(
		fc.property(anyHomes, (homes) => {
			const people = homes.flatMap((home) =>
				new Array<number>(home.people % 6).fill(home.minutes ?? 30),
			);
			const { gini } = fairnessOf(homes.map((home) => ({ ...home, people: home.people % 6 })));
			const sum = people.reduce((all, one) => all + one, 0);
			const apart = people.flatMap((one) => people.map((other) => Math.abs(one - other)));
			const mean = apart.reduce((all, one) => all + one, 0) / (2 * people.length * sum);
			if (people.length === 0) expect(gini).toBeNull();
			else expect(gini).toBeCloseTo(sum === 0 ? 0 : mean, 9);
		}),
	);
});

test("the curve rises ever more steeply and never lies above the diagonal", () => {
	fc.assert(
		fc.property(anyHomes, (homes) => {
			const { points } = fairnessOf(homes);
			points.forEach(([people, walk], i) => {
				expect(walk).toBeLessThanOrEqual(people + 1e-9);
				if (i < 2) return;
				const [, before] = points[i - 1];
				expect(walk - before).toBeGreaterThanOrEqual(before - points[i - 2][1] - 1e-9);
			});
		}),
	);
});

test("knowing walks farther out never shows less inequality: what a horizon gives is a lower bound", () => {
	fc.assert(
		fc.property(anyHomes, fc.integer({ min: 1, max: 29 }), (homes, horizon) => {
			const known = homes.filter(({ minutes }) => minutes !== null);
			expect(fairnessOf(known, horizon).gini ?? 0).toBeLessThanOrEqual(
				(fairnessOf(known, 30).gini ?? 0) + 1e-12,
			);
		}),
	);
});
