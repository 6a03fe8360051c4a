import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kNearest } from "../../../planning/reach/kNearest.ts";
import { nearest, noTimes, UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { costMatrix, randomCity, reachIn, reachOfCity } from "../../scenes/randomReach.ts";
import { streetScene } from "../../scenes/streetScene.ts";

const LONG_STREET = () => streetScene({ a: [0, 0], b: [1_000, 0] }).way("a b");

describe("the nearest three", () => {
	test("along one street they come in the order of their distance, and a far fourth is left out", () => {
		const reach = reachIn(LONG_STREET(), {
			homes: [[100, 0]],
			doors: [
				[900, 0],
				[150, 0],
				[400, 0],
				[0, 0],
			],
		});
		const { costDm, facility } = kNearest(reach, reach.facilities.keys(), 3, 10_050);
		expect([...facility]).toEqual([1, 3, 2]);
		expect([...costDm]).toEqual([500, 1_000, 3_000]);
	});

	test("where fewer are within the limit, the rest is empty", () => {
		const reach = reachIn(LONG_STREET(), {
			homes: [[100, 0]],
			doors: [
				[200, 0],
				[800, 0],
			],
		});
		const { costDm, facility } = kNearest(reach, [0, 1], 3, 2_000);
		expect([...facility]).toEqual([0, -1, -1]);
		expect([...costDm]).toEqual([1_000, UNREACHED_DM, UNREACHED_DM]);
	});

	test("a facility with two doors takes one place, by its better door", () => {
		const reach = reachIn(LONG_STREET(), {
			homes: [[100, 0]],
			doors: [
				[200, 0],
				[150, 0],
				[500, 0],
			],
		});
		const merged = {
			...reach,
			facilities: [[...reach.facilities[0], ...reach.facilities[1]], reach.facilities[2]],
		};
		const { costDm, facility } = kNearest(merged, [0, 1], 2, 10_050);
		expect([...facility]).toEqual([0, 1]);
		expect([...costDm]).toEqual([500, 4_000]);
	});

	test("equal distances give the smaller facility first", () => {
		const reach = reachIn(LONG_STREET(), {
			homes: [[500, 0]],
			doors: [
				[600, 0],
				[400, 0],
				[600, 0],
			],
		});
		expect([...kNearest(reach, [2, 1, 0], 2, 10_050).facility]).toEqual([0, 1]);
	});

	test("k beyond three is refused", () => {
		const reach = reachIn(LONG_STREET(), {});
		expect(() => kNearest(reach, [], 4, 1_000)).toThrow("Expected k of 1 to 3, got 4.");
	});
});

describe("on random cities", () => {
	test("the k nearest are the first k of all facilities sorted by (cost, facility)", () => {
		fc.assert(
			fc.property(randomCity, fc.integer({ min: 1, max: 3 }), (city, k) => {
				const reach = reachOfCity(city);
				const limitDm = 6_000;
				const { costDm, facility } = kNearest(reach, reach.facilities.keys(), k, limitDm);
				costMatrix(reach).forEach((costs, residence) => {
					const expected = costs
						.map((dm, id) => [dm, id])
						.filter(([dm]) => dm <= limitDm)
						.sort((a, b) => a[0] - b[0] || a[1] - b[1])
						.slice(0, k);
					while (expected.length < k) expected.push([UNREACHED_DM, -1]);
					const got = expected.map((_, i) => [
						costDm[residence * k + i],
						facility[residence * k + i],
					]);
					expect(got).toEqual(expected);
				});
			}),
			{ numRuns: 200 },
		);
	});

	test("forty doors, searched in turns, give the same as the table of all walks", () => {
		const places = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 30, maxLength: 40 });
		fc.assert(
			fc.property(randomCity, places, (city, doors) => {
				const reach = reachOfCity({ ...city, doors });
				const { facility } = kNearest(reach, reach.facilities.keys(), 3, 4_000);
				costMatrix(reach).forEach((costs, residence) => {
					const expected = costs
						.map((dm, id) => [dm, id])
						.filter(([dm]) => dm <= 4_000)
						.sort((a, b) => a[0] - b[0] || a[1] - b[1])
						.map(([, id]) => id);
					const got = facility.subarray(3 * residence, 3 * residence + 3);
					expect([...got]).toEqual([...expected, -1, -1, -1].slice(0, 3));
				});
			}),
			{ numRuns: 60 },
		);
	});

	test("the first of them is what the nearest search finds", () => {
		fc.assert(
			fc.property(randomCity, (city) => {
				const reach = reachOfCity(city);
				const times = noTimes(reach.residences.length);
				nearest(reach, reach.facilities.keys(), "all", 8_000, times);
				const { costDm, facility } = kNearest(reach, reach.facilities.keys(), 1, 8_000);
				expect({ costDm, facility }).toEqual(times);
			}),
			{ numRuns: 100 },
		);
	});
});
