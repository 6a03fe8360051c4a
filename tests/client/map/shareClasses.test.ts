import { expect, test } from "vitest";
import { shareClasses, shareClassLabel, shareClassOf } from "../../../client/map/shareClasses.ts";

test("a well covered city is told apart near the top", () => {
	const { boundsPct, counts } = shareClasses([52.9, 92, 97, 100, 100]);
	expect(boundsPct).toEqual([60, 80, 90, 95]);
	expect(counts).toEqual([1, 0, 0, 1, 3]);
});

test("a badly covered city has even steps", () => {
	expect(shareClasses([3, 18, 20, 45]).boundsPct).toEqual([20, 40, 60, 80]);
});

test("a unit without data is counted apart and is in no class", () => {
	const { counts, noDataCount } = shareClasses([null, 0, null, 100]);
	expect(noDataCount).toBe(2);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
});

test("every unit with data is in exactly one class, whatever the shares", () => {
	const shares = Array.from({ length: 101 }, (_, pct) => pct);
	const { counts } = shareClasses(shares);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(101);
});

test("a share on a bound belongs to the upper class", () => {
	expect(shareClassOf(95, [60, 80, 90, 95])).toBe(4);
	expect(shareClassOf(94.99, [60, 80, 90, 95])).toBe(3);
});

test("the legend's words leave no gap", () => {
	const bounds = [60, 80, 90, 95];
	expect([0, 1, 2, 3, 4].map((index) => shareClassLabel(index, bounds))).toEqual([
		"<60",
		"60–80",
		"80–90",
		"90–95",
		"≥95",
	]);
});
