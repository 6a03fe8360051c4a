import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type BreakKind,
	classBreaks,
	classLabel,
	classOf,
} from "../../../../planning/coverage/figures/breaks.ts";

const KINDS: readonly BreakKind[] = ["fixed", "quantile", "equal", "natural"];
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, pct) => pct);

describe("fixed ladders", () => {
	test("a well covered city is told apart near the top", () => {
		const { bounds, counts } = classBreaks([52.9, 92, 97, 100, 100], "fixed");
		expect(bounds).toEqual([60, 80, 90, 95]);
		expect(counts).toEqual([1, 0, 0, 1, 3]);
	});

	test("a badly covered city has even steps, and so has one without data", () => {
		expect(classBreaks([3, 18, 20, 45], "fixed").bounds).toEqual([20, 40, 60, 80]);
		expect(classBreaks([null], "fixed").bounds).toEqual([20, 40, 60, 80]);
	});
});

test("quantiles have as many units in each class", () => {
	expect(classBreaks(upTo(99), "quantile")).toMatchObject({
		bounds: [20, 40, 60, 80],
		counts: [20, 20, 20, 20, 20],
	});
	expect(classBreaks([1, 2, 3, 4, 90, 91], "quantile", 3).counts).toEqual([2, 2, 2]);
});

test("equal steps are as wide as one another, whoever falls into them", () => {
	const { bounds, counts } = classBreaks([50, 51, 52, 53, 100], "equal");
	expect(bounds).toEqual([60, 70, 80, 90]);
	expect(counts).toEqual([4, 0, 0, 0, 1]);
});

test("natural breaks find the groups that were planted", () => {
	const groups = [5, 30, 55, 75, 96].flatMap((middle) => [middle - 1, middle, middle + 1.5]);
	expect(classBreaks(groups, "natural").bounds).toEqual([29, 54, 74, 95]);
});

test("natural breaks have the least squares within classes that any breaks have", () => {
	const squares = (group: readonly number[]) => {
		const mean = group.reduce((sum, one) => sum + one, 0) / group.length;
		return group.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	};
	const least = (sorted: readonly number[], classes: number): number =>
		classes === 1
			? squares(sorted)
			: Math.min(
					...sorted
						.slice(classes - 1)
						.map(
							(_, i) =>
								least(sorted.slice(0, i + classes - 1), classes - 1) +
								squares(sorted.slice(i + classes - 1)),
						),
				);
	const shares = fc.uniqueArray(fc.nat(100), { minLength: 3, maxLength: 12 });
	fc.assert(
		fc.property(shares, (values) => {
			const sorted = values.toSorted((a, b) => a - b);
			const { bounds } = classBreaks(values, "natural", 3);
			const groups = [0, 1, 2].map((group) =>
				sorted.filter((value) => classOf(value, bounds) === group),
			);
			const within = groups.reduce((sum, group) => sum + squares(group), 0);
			expect(within).toBeCloseTo(least(sorted, 3), 6);
		}),
	);
});

test.each(KINDS)(
	"%s: whatever the shares, bounds rise by decimals and every unit is in the class they say",
	(kind) => {
		const shares = fc.array(
			fc.option(fc.integer({ min: 0, max: 10_000 }).map((pct) => pct / 100)),
			{
				maxLength: 60,
			},
		);
		fc.assert(
			fc.property(shares, (values) => {
				const { bounds, counts, noDataCount } = classBreaks(values, kind);
				bounds.forEach((bound, i) => {
					expect(Math.round(bound * 10) / 10).toBe(bound);
					if (i > 0) expect(bound).toBeGreaterThan(bounds[i - 1]);
				});
				expect(counts.length).toBe(bounds.length + 1);
				expect(counts.length).toBeLessThanOrEqual(5);
				expect(noDataCount).toBe(values.filter((value) => value === null).length);
				counts.forEach((count, index) => {
					const inside = values.filter(
						(value) =>
							value !== null &&
							value >= (bounds[index - 1] ?? -Infinity) &&
							value < (bounds[index] ?? Infinity),
					);
					expect(count).toBe(inside.length);
				});
			}),
		);
	},
);

test.each(["quantile", "equal", "natural"] as const)(
	"%s: where values repeat there are fewer classes, the outer ones never empty",
	(kind) => {
		expect(classBreaks([70, 70, 70], kind)).toMatchObject({ bounds: [], counts: [3] });
		const { bounds, counts } = classBreaks([40, 40, 40, 40, 100], kind);
		expect(counts[0]).toBe(4);
		expect(counts.at(-1)).toBe(1);
		expect(kind === "equal" || bounds.length === 1).toBe(true);
	},
);

test("a city without any data has no class to show", () => {
	for (const kind of KINDS.slice(1))
		expect(classBreaks([null, null], kind)).toEqual({
			kind,
			bounds: [],
			counts: [0],
			noDataCount: 2,
		});
});

test("a share on a bound belongs to the upper class", () => {
	expect(classOf(95, [60, 80, 90, 95])).toBe(4);
	expect(classOf(94.99, [60, 80, 90, 95])).toBe(3);
});

test("the legend's words leave no gap", () => {
	const bounds = [60, 80, 90, 95];
	expect([0, 1, 2, 3, 4].map((index) => classLabel(index, bounds))).toEqual([
		"<60",
		"60–80",
		"80–90",
		"90–95",
		"≥95",
	]);
	expect(classLabel(0, [])).toBe("0–100");
});
