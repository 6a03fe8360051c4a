import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleMedianOf } from "../../../../planning/coverage/figures/peopleMedian.ts";
import { anyHomes, type WalkingHome, walks } from "../../../scenes/walks.ts";

const medianOf = (homes: readonly WalkingHome[]) => {
	const { farness, people } = walks(homes);
	const order = homes.map((_, home) => home);
	return peopleMedianOf(farness, people)(order, 0, order.length);
};

test("a home of many people pulls the median to itself", () => {
	expect(
		medianOf([
			{ minutes: 3, people: 1 },
			{ minutes: 9, people: 10 },
			{ minutes: 4, people: 2 },
		]),
	).toBe(9);
});

test("where half of the people are beyond the horizon the other half decides; where more are, nothing is known", () => {
	const homes = [
		{ minutes: 4, people: 5 },
		{ minutes: null, people: 5 },
	];
	expect(medianOf(homes)).toBe(4);
	expect(medianOf([...homes, { minutes: null, people: 1 }])).toBe(Infinity);
});

test("of nobody there is no median", () => {
	expect(medianOf([])).toBeNaN();
	expect(medianOf([{ minutes: 4, people: 0 }])).toBeNaN();
});

test("at least half of the people walk at most the median, and less than half walk less", () => {
	fc.assert(
		fc.property(anyHomes, (homes) => {
			const walked = homes.map(({ minutes, people }) => ({ minutes: minutes ?? Infinity, people }));
			const median = medianOf(homes);
			const sum = (isCounted: (minutes: number) => boolean) =>
				walked.reduce((all, one) => all + (isCounted(one.minutes) ? one.people : 0), 0);
			const half = sum(() => true) / 2;
			if (half === 0) return;
			expect(sum((minutes) => minutes <= median + 1e-9)).toBeGreaterThanOrEqual(half);
			expect(sum((minutes) => minutes < median - 1e-9)).toBeLessThan(half);
		}),
	);
});

test("parts of a list are measured one after the other without a trace of the one before", () => {
	const { farness, people } = walks([9, 1, 5, 7, 3].map((minutes) => ({ minutes, people: 1 })));
	const median = peopleMedianOf(farness, people);
	const order = [0, 1, 2, 3, 4];
	expect([
		median(order, 0, 5),
		median(order, 1, 4),
		median(order, 4, 5),
		median(order, 0, 5),
	]).toEqual([5, 5, 3, 5]);
});
