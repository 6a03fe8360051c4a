import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexHomes } from "../../../planning/reach/catchment.ts";
import { counts, joinCounts } from "../../../planning/reach/counts.ts";
import type { Reach } from "../../../planning/reach/reach.ts";
import { costMatrix, randomCity, reachIn, reachOfCity } from "../../scenes/randomReach.ts";
import { streetScene } from "../../scenes/streetScene.ts";

const BANDS_DM = [3_350, 6_700, 10_050];

function countsOf(reach: Reach, weights: readonly Float64Array[], facilities: readonly number[]) {
	const homeIndex = indexHomes(reach);
	return counts(reach, homeIndex, { facilities, bandsDm: BANDS_DM, weights });
}

describe("people within 5, 10 and 15 minutes", () => {
	const scene = () => streetScene({ a: [0, 0], b: [2_000, 0] }).way("a b");

	test("homes 300, 500, 900 and 1,100 m away count in their bands, each band holding the ones before", () => {
		const reach = reachIn(scene(), {
			homes: [
				[300, 0],
				[500, 0],
				[900, 0],
				[1_100, 0],
			],
			doors: [[0, 0]],
		});
		const residents = Float64Array.of(100, 20, 3, 7_000);
		const elders = Float64Array.of(10, 2, 0, 0);
		const { people, facilitiesWithin } = countsOf(reach, [residents, elders], [0]);
		expect([...people[0]]).toEqual([100, 120, 123]);
		expect([...people[1]]).toEqual([10, 12, 12]);
		expect([...facilitiesWithin]).toEqual([1, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0]);
	});

	test("335 m is inside five minutes at 67 m/min, a decimetre more is not", () => {
		const reach = reachIn(scene(), {
			homes: [
				[335, 0],
				[335.1, 0],
			],
			doors: [[0, 0]],
		});
		expect([...countsOf(reach, [Float64Array.of(1, 10)], [0]).people[0]]).toEqual([1, 11, 11]);
	});

	test("a home near both ends of its street counts once", () => {
		const reach = reachIn(streetScene({ a: [0, 0], b: [200, 0], c: [100, 80] }).way("a b c a"), {
			homes: [[100, 0]],
			doors: [[100, 80]],
		});
		expect([...countsOf(reach, [Float64Array.of(5)], [0]).people[0]]).toEqual([5, 5, 5]);
	});

	test("a facility far from every street has nobody", () => {
		const reach = reachIn(scene(), { homes: [[300, 0]], doors: [[300, 900]] });
		const { people, facilitiesWithin } = countsOf(reach, [Float64Array.of(5)], [0]);
		expect([...people[0], ...facilitiesWithin]).toEqual([0, 0, 0, 0, 0, 0]);
	});

	test("limits that do not rise are a mistake of the caller", () => {
		const reach = reachIn(scene(), {});
		const homeIndex = indexHomes(reach);
		expect(() =>
			counts(reach, homeIndex, { facilities: [], bandsDm: [5, 5], weights: [] }),
		).toThrow("Expected rising limits, got 5, 5.");
	});
});

describe("on random cities", () => {
	test("counts are the sums of the cost table, and split ranges join to the whole", () => {
		fc.assert(
			fc.property(randomCity, fc.nat(6), (city, cut) => {
				const reach = reachOfCity(city);
				const weight = Float64Array.from(reach.residences, (_, i) => 2 ** i);
				const all = [...reach.facilities.keys()];
				const whole = countsOf(reach, [weight], all);
				const costs = costMatrix(reach);
				all.forEach((facility) => {
					BANDS_DM.forEach((dm, band) => {
						const sum = costs.reduce((s, row, i) => s + (row[facility] <= dm ? weight[i] : 0), 0);
						expect(whole.people[0][3 * facility + band]).toBe(sum);
					});
				});
				costs.forEach((row, residence) => {
					const within = BANDS_DM.map((dm) => row.filter((cost) => cost <= dm).length);
					const got = whole.facilitiesWithin.subarray(3 * residence, 3 * residence + 3);
					expect([...got]).toEqual(within);
				});
				const parts = [all.slice(0, cut), all.slice(cut)].map((range) =>
					countsOf(reach, [weight], range),
				);
				expect(joinCounts(parts)).toEqual(whole);
			}),
			{ numRuns: 150 },
		);
	});
});
