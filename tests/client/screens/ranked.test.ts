import { expect, test } from "vitest";
import { ranked } from "../../../client/screens/city/ranked.ts";

const row = (unitCode: string, total: number, covered: number) => ({
	unitKind: "street",
	unitCode,
	unitName: unitCode,
	category: "EDU-PRI",
	mode: "any" as const,
	limit: 10,
	limitUnit: "minutes" as const,
	denominator: "residents" as const,
	total,
	covered,
	pct: total === 0 ? null : (covered / total) * 100,
	notAttached: 0,
});
const rows = [row("a", 100, 50), row("b", 1000, 900), row("c", 0, 0), row("d", 10, 9)];
const codes = (order: Parameters<typeof ranked>[1]) =>
	ranked(rows, order).map(({ row: { unitCode } }) => unitCode);

test("the best covered is first, and equal shares share a place", () => {
	const best = ranked(rows, { by: "pct", isUp: false });
	expect(best.map(({ place }) => place)).toEqual([1, 1, 3, null]);
});

test("no data is last, whichever way it is sorted", () => {
	expect(codes({ by: "pct", isUp: true }).at(-1)).toBe("c");
	expect(codes({ by: "pct", isUp: false }).at(-1)).toBe("c");
});

test("by people beyond the limit the largest number is first", () => {
	expect(codes({ by: "beyond", isUp: false })).toEqual(["b", "a", "d", "c"]);
});
