import fc from "fast-check";
import { expect, test } from "vitest";
import {
	changeWords,
	fixedWords,
	rounded,
} from "../../../../client/screens/plan/panel/changeFormats.ts";
import { figureRows, totalRows } from "../../../../client/screens/plan/panel/unitRows.ts";
import { CATEGORY, city, coverage, unit } from "./planScene.ts";

const rowsOf = (sides: Partial<Parameters<typeof figureRows>[0]>) =>
	new Map(
		figureRows({ before: null, after: null, isKnown: true, ...sides }, CATEGORY).map((row) => [
			row.key,
			row,
		]),
	);

test("before and difference, as shown, add up to after", () => {
	const share = fc.double({ min: 0, max: 100, noNaN: true });
	fc.assert(
		fc.property(share, share, fc.nat(1e6), fc.nat(1e6), (was, is, areaWas, areaIs) => {
			const sides = {
				before: unit("a", { coverage: coverage(1_000, was, is), areaM2: areaWas }),
				after: unit("a", { coverage: coverage(1_000, is, was), areaM2: areaIs }),
			};
			for (const { before, after, change, decimals } of rowsOf(sides).values())
				if (before !== null && after !== null)
					expect(rounded(before + (change ?? 0), decimals)).toBe(after);
		}),
	);
});

test("only coverage has a tone: orange where people lose, teal where they gain", () => {
	const rows = rowsOf({
		before: unit("a", { residents: 900, coverage: coverage(900, 80, 40) }),
		after: unit("a", { residents: 400, areaM2: 5e5, coverage: coverage(400, 70, 60) }),
	});
	expect(rows.get("any")).toMatchObject({ change: -10, tone: "loss" });
	expect(rows.get("own")).toMatchObject({ change: 20, tone: "gain" });
	expect(rows.get("residents")).toMatchObject({ change: -500, tone: null });
	expect(rows.get("areaKm2")).toMatchObject({ change: -0.5, tone: null });
});

test("what does not differ as shown has no tone", () => {
	const rows = rowsOf({
		before: unit("a", { coverage: coverage(1_000, 80.01, 40) }),
		after: unit("a", { coverage: coverage(1_000, 80.02, 40) }),
	});
	expect(rows.get("any")).toMatchObject({ change: 0, tone: null });
});

test("a share of nobody is no data, never 0, and has no difference", () => {
	const rows = rowsOf({
		before: unit("a", { residents: 0, coverage: coverage(0, null, null) }),
		after: unit("a", { coverage: coverage(1_000, 50, null) }),
	});
	expect(rows.get("any")).toMatchObject({ before: null, after: 50, change: null, tone: null });
	expect(rows.has("own")).toBe(false);
});

test("built-up land is told only where there is a land layer", () => {
	const [without, withLand] = [unit("a"), unit("a", { builtUpPct: 62.5 })];
	expect(rowsOf({ before: without, after: without }).has("builtUpPct")).toBe(false);
	expect(rowsOf({ before: withLand, after: withLand }).get("builtUpPct")?.after).toBe(62.5);
});

test("a new unit has no before, a dissolved one no after, neither a difference", () => {
	for (const row of rowsOf({ after: unit("a") }).values())
		expect([row.before, row.change]).toEqual([null, null]);
	for (const row of rowsOf({ before: unit("a") }).values())
		expect([row.after, row.change]).toEqual([null, null]);
});

test("of a unit whose people are not all known, only the ground and the facilities are told", () => {
	const rows = rowsOf({ before: unit("a"), after: unit("a", { areaM2: 2e6 }), isKnown: false });
	const told = [...rows.values()].filter(({ after }) => after !== null).map(({ key }) => key);
	expect(told).toEqual(["areaKm2", "facilities", "compactness"]);
	expect([...rows.keys()].at(-1)).toBe("own");
});

test("the total tells 属地 only of a category that has it", () => {
	const keys = (own: number | null) =>
		totalRows({ before: city(100, 50, own), after: city(100, 60, own) }, CATEGORY).map(
			({ key }) => key,
		);
	expect(keys(40)).toEqual(["any", "own"]);
	expect(keys(null)).toEqual(["any"]);
});

test("signs are true minus and plus, and nothing is ±", () => {
	expect(changeWords(-29_826, 0)).toBe("−29,826");
	expect(changeWords(0.4, 2)).toBe("+0.40");
	expect(changeWords(0, 1)).toBe("±0.0");
	expect([fixedWords(null, 1), changeWords(null, 1)]).toEqual([null, null]);
});
