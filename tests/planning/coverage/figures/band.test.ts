import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sensitivity } from "../../../../planning/coverage/figures/band.ts";
import type { Farness } from "../../../../planning/coverage/figures/farness.ts";
import { anyHomes, type WalkingHome, walks } from "../../../scenes/walks.ts";

const LEVEL = { codes: ["a", "b", "c"], ofCell: Int32Array.of(0, 0, 1, 1, 2, 2) };
const NONE = [null, null, null];

const bandOf = (
	homes: readonly WalkingHome[],
	{
		limit = 10,
		residents = NONE,
		...more
	}: Partial<Farness> & { limit?: number; residents?: (number | null)[] } = {},
) => {
	const { farness, places, people } = walks(homes, more);
	return sensitivity(farness, places, people, { limit, declared: { level: LEVEL, residents } });
};
const pctOf = (band: ReturnType<typeof bandOf>) =>
	Object.fromEntries(band.cases.map(({ case: name, pct }) => [name, pct]));

describe("one hundred people about a limit of 10 minutes", () => {
	const homes = [
		{ minutes: 8, people: 40 },
		{ minutes: 9.5, people: 20, cell: 0 },
		{ minutes: 3, people: 10, status: 1 },
		{ minutes: 10.5, people: 20, cell: 2 },
		{ minutes: null, people: 10, status: 2 },
	];
	const band = bandOf(homes, { residents: [60, null, null] });

	test("slower walkers lose those at 9.5 minutes, faster ones win those at 10.5", () => {
		expect(band.basePct).toBe(70);
		expect(pctOf(band)).toMatchObject({ slower: 50, faster: 90 });
	});

	test("homes far from a street count as not covered, those too far leave the denominator", () => {
		expect(pctOf(band)).toMatchObject({ "noted-out": 60, "not-attached-out": 77.78 });
	});

	test("a committee that declares three times its people weighs three times", () => {
		expect(pctOf(band)["declared-people"]).toBe(78.57); // 110 of 140
	});

	test("the band reaches from the lowest case to the highest", () => {
		expect([band.lowPct, band.highPct]).toEqual([50, 90]);
	});
});

test("straight lines depend on neither speed nor streets: only people are varied", () => {
	const homes = [{ minutes: 1, people: 5, cell: 0, status: 1 }];
	const { cases } = bandOf(homes, { unit: "metres", residents: [9, null, null] });
	expect(cases.map((one) => one.case)).toEqual(["declared-people"]);
});

test("what faster walkers reach beyond the horizon is not known, so it is not told", () => {
	const homes = [{ minutes: 28, people: 5 }];
	expect(pctOf(bandOf(homes, { limit: 28 }))).not.toHaveProperty("faster");
	expect(pctOf(bandOf(homes, { limit: 27 }))).toHaveProperty("faster");
});

test("declared people are told only of all residents, and where some committee declares", () => {
	const homes = [{ minutes: 5, people: 5, cell: 0 }];
	expect(pctOf(bandOf(homes))).not.toHaveProperty("declared-people");
	const { farness, places, people } = walks(homes);
	const declared = { level: LEVEL, residents: [7, null, null] };
	const elders = { ...people, who: "elders" as const };
	const { cases } = sensitivity(farness, places, elders, { limit: 10, declared });
	expect(cases.some((one) => one.case === "declared-people")).toBe(false);
});

test("a committee that declares people but has no home is in no rate", () => {
	const homes = [{ minutes: 5, people: 5, cell: 0 }];
	expect(pctOf(bandOf(homes, { residents: [null, 400, null] }))["declared-people"]).toBe(100);
});

test("of nobody there is neither rate nor band", () => {
	const band = bandOf([]);
	expect([band.basePct, band.lowPct, band.highPct]).toEqual([null, null, null]);
	expect(band.cases.every(({ pct }) => pct === null)).toBe(true);
});

test("the rate always lies in its band, and the named direction holds", () => {
	const declared = fc.array(fc.option(fc.nat(2_000)), { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(anyHomes, declared, fc.integer({ min: 1, max: 30 }), (homes, residents, limit) => {
			const band = bandOf(homes, { residents, limit });
			if (band.basePct === null) return;
			expect(band.lowPct).toBeLessThanOrEqual(band.basePct);
			expect(band.highPct).toBeGreaterThanOrEqual(band.basePct);
			const { slower, faster = 100, "noted-out": noted } = pctOf(band);
			expect(slower).toBeLessThanOrEqual(band.basePct);
			expect(faster).toBeGreaterThanOrEqual(band.basePct);
			expect(noted).toBeLessThanOrEqual(band.basePct);
		}),
	);
});
