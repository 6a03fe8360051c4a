import fc from "fast-check";
import { expect, test } from "vitest";
import { priorities } from "../../../../planning/coverage/figures/priority.ts";

const unit = (people: number, pct: number | null, areaKm2 = 1) => ({
	code: `${people}`,
	people,
	areaKm2,
	pct,
});

test("the densest and least covered unit comes first, the emptiest and best covered last", () => {
	const { classes } = priorities([unit(10, 90), unit(20, 50), unit(30, 10)]);
	expect(classes).toEqual([0, 4, 8]);
});

test("need is people by area, not people", () => {
	const { classes, needBounds } = priorities([
		unit(900, 50, 90),
		unit(100, 50, 1),
		unit(400, 50, 8),
	]);
	expect(needBounds).toEqual([50, 100]);
	expect(classes).toEqual([0, 6, 3]);
});

test("a bound is the lowest value of its third, so that the legend can say it", () => {
	const { needBounds, lackBounds } = priorities(
		[1, 2, 3, 4, 5, 6].map((one) => unit(one, 100 - one * 10)),
	);
	expect(needBounds).toEqual([3, 5]);
	expect(lackBounds).toEqual([30, 50]);
});

test("units without data, or without area, have no class and count in no third", () => {
	const { classes } = priorities([
		unit(10, 90),
		unit(99, null),
		unit(20, 50),
		unit(30, 10),
		unit(9, 1, 0),
	]);
	expect(classes).toEqual([0, null, 4, 8, null]);
	expect(priorities([])).toEqual({
		classes: [],
		needBounds: [null, null],
		lackBounds: [null, null],
	});
});

test("equal units are in the same, lower class", () => {
	const { classes, needBounds } = priorities([unit(5, 40), unit(5, 40), unit(5, 40), unit(9, 20)]);
	expect(classes).toEqual([0, 0, 0, 8]);
	expect(needBounds).toEqual([null, 9]);
});

test("without ties the thirds are as large as one another", () => {
	const densities = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), {
		minLength: 1,
		maxLength: 60,
	});
	fc.assert(
		fc.property(densities, (values) => {
			const { classes } = priorities(values.map((value) => unit(value, 50)));
			const sizes = [0, 3, 6].map((need) => classes.filter((one) => one === need).length);
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
		}),
	);
});
