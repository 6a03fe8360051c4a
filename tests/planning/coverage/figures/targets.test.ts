import fc from "fast-check";
import { expect, test } from "vitest";
import { type TargetUnit, targets } from "../../../../planning/coverage/figures/targets.ts";
import { locate } from "../../../../planning/coverage/located.ts";
import { unitStatistics } from "../../../../planning/coverage/unitStatistics.ts";
import { gridCity } from "../../../scenes/gridCity.ts";

/** A committee with one premises that 300 m² is asked of, and rooms elsewhere. */
const committee = (households: number, largestPremisesM2: number, roomsM2 = 0): TargetUnit => {
	const premisesAreaM2 = largestPremisesM2 + roomsM2;
	const per100 = households === 0 ? null : (premisesAreaM2 / households) * 100;
	return {
		kind: "committee",
		judgedHouseholds: households,
		premisesAreaM2,
		floorAreaPer100HouseholdsM2: per100,
		largestPremisesM2: largestPremisesM2 === 0 ? null : largestPremisesM2,
		isConforming: per100 === null ? null : per100 >= 35 && largestPremisesM2 >= 300,
	};
};

test("units are counted by what they lack, and what is missing is added up", () => {
	const [row] = targets([
		committee(1_000, 350), // 35 m² per 100 households, one of 350 m²
		committee(2_000, 400), // 300 m² short
		committee(1_000, 200, 200), // enough, but in small rooms
		committee(1_000, 0, 100), // 250 m² short, and none of 300 m²
		committee(0, 500), // cannot be calculated
	]);
	expect(row).toEqual({
		kind: "committee",
		units: 5,
		conforming: 1,
		notJudged: 1,
		conformingPct: 25,
		short35: 2,
		small300: 2,
		missingM2: 550,
	});
});

test("a kind that nothing is known of has no share", () => {
	for (const row of targets([committee(0, 0)]))
		expect(row).toMatchObject({ conforming: 0, conformingPct: null, missingM2: 0 });
	expect(targets([]).map(({ kind, units }) => [kind, units])).toEqual([
		["committee", 0],
		["circle", 0],
		["street", 0],
	]);
});

test("a judged unit conforms exactly where it is neither short nor small", () => {
	const units = fc.array(
		fc.tuple(fc.nat(3_000), fc.nat(700), fc.nat(700)).map((one) => committee(...one)),
	);
	fc.assert(
		fc.property(units, (all) => {
			const [{ conforming, notJudged, short35, small300 }] = targets(all);
			const judged = all.length - notJudged;
			expect(conforming).toBeLessThanOrEqual(judged - Math.max(short35, small300));
			expect(conforming).toBeGreaterThanOrEqual(judged - short35 - small300);
		}),
	);
});

test("statistics of a city's units give its progress", () => {
	const city = gridCity({
		units: [
			{ kind: "committee", code: "c1", areas: [[0, 0, 100, 100]] },
			{ kind: "committee", code: "c2", areas: [[100, 0, 200, 100]] },
			{ kind: "street", code: "s", areas: [[0, 0, 200, 100]] },
		],
		homes: [
			{ at: [50, 50], households: 1_000 },
			{ at: [150, 50], households: 1_000 },
		],
		doors: [{ category: "ADM-NC", at: [50, 50], floorAreaM2: 500 }],
	});
	const rows = unitStatistics(locate(city)).map(({ unit, premises, ...figures }) => ({
		kind: unit.kind,
		...figures,
		largestPremisesM2: premises.length === 0 ? null : 500,
	}));
	const [committees, , streets] = targets(rows);
	expect(committees).toMatchObject({ units: 2, conforming: 1, conformingPct: 50, missingM2: 350 });
	expect(streets).toMatchObject({
		units: 1,
		conforming: 0,
		short35: 1,
		small300: 0,
		missingM2: 200,
	});
});
