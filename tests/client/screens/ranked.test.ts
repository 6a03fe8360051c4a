import { expect, test } from "vitest";
import { narrowed, ranked } from "../../../client/screens/city/ranked.ts";

const row = (code: string, total: number, covered: number) => ({
	code,
	name: `${code}街道`,
	total,
	covered,
	pct: total === 0 ? null : (covered / total) * 100,
	notAttached: 0,
});
const rows = [row("a", 100, 50), row("b", 1000, 900), row("c", 0, 0), row("d", 10, 9)];
const best = ranked(rows, { by: "pct", isUp: false });
const codes = (order: Parameters<typeof ranked>[1]) =>
	ranked(rows, order).map(({ row: { code } }) => code);

test("the best covered is first, and equal shares share a place", () => {
	expect(best.map(({ place }) => place)).toEqual([1, 1, 3, null]);
});

test("no data is last, whichever way it is sorted", () => {
	expect(codes({ by: "pct", isUp: true }).at(-1)).toBe("c");
	expect(codes({ by: "pct", isUp: false }).at(-1)).toBe("c");
});

test("by people beyond the limit the largest number is first", () => {
	expect(codes({ by: "beyond", isUp: false })).toEqual(["b", "a", "d", "c"]);
});

test("a filter keeps places and order; a code counts from its beginning, a name anywhere", () => {
	const found = narrowed(best, { text: "a", belowPct: null });
	expect(found.map(({ row: { code }, place }) => [code, place])).toEqual([["a", 3]]);
	expect(narrowed(best, { text: "街道", belowPct: null })).toHaveLength(4);
});

test("below the city leaves out what is on its level, and units without data", () => {
	const below = narrowed(best, { text: "", belowPct: 90 });
	expect(below.map(({ row: { code } }) => code)).toEqual(["a"]);
});
