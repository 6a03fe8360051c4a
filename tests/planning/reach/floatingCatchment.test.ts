import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexHomes } from "../../../planning/reach/catchment.ts";
import {
	DECAY_WEIGHTS,
	decayBands,
	floatingCatchment,
} from "../../../planning/reach/floatingCatchment.ts";
import { costMatrix, randomCity, reachIn, reachOfCity } from "../../scenes/randomReach.ts";
import { streetScene } from "../../scenes/streetScene.ts";

describe("E2SFCA by mental arithmetic", () => {
	test("one centre of 100 places, people in the first and second ring", () => {
		const reach = reachIn(streetScene({ a: [0, 0], b: [1_000, 0] }).way("a b"), {
			homes: [
				[100, 0],
				[500, 0],
			],
			doors: [[0, 0]],
		});
		// weighted people: 60 × 1 + 500 × 0.68 = 400, so 0.25 places each, 0.17 in the second ring
		const { ratio, access } = floatingCatchment(reach, indexHomes(reach), {
			facilities: [0],
			supply: [100],
			demand: Float64Array.of(60, 500),
			bands: decayBands(9_000),
		});
		expect(ratio[0]).toBeCloseTo(0.25, 12);
		expect(access[0]).toBeCloseTo(0.25, 12);
		expect(access[1]).toBeCloseTo(0.17, 12);
	});

	test("three rings of equal width, the outer one ending at the limit", () => {
		expect(decayBands(10_050, DECAY_WEIGHTS.sharp)).toEqual([
			{ limitDm: 3_350, weight: 1 },
			{ limitDm: 6_700, weight: 0.42 },
			{ limitDm: 10_050, weight: 0.09 },
		]);
	});

	test("a centre with nobody in reach gives nothing and divides by nothing", () => {
		const reach = reachIn(streetScene({ a: [0, 0], b: [1_000, 0] }).way("a b"), {
			homes: [[900, 0]],
			doors: [[0, 0]],
		});
		const { ratio, access } = floatingCatchment(reach, indexHomes(reach), {
			facilities: [0],
			supply: [100],
			demand: Float64Array.of(60),
			bands: decayBands(3_000),
		});
		expect([ratio[0], access[0]]).toEqual([0, 0]);
	});
});

describe("on random cities", () => {
	test("it is the formula of the paper, and what people can count on adds up to the supply in reach", () => {
		fc.assert(
			fc.property(randomCity, fc.integer({ min: 900, max: 9_000 }), (city, limitDm) => {
				const reach = reachOfCity(city);
				const demand = Float64Array.from(reach.residences, (_, i) => (i * 7) % 5);
				const facilities = [...reach.facilities.keys()];
				const supply = facilities.map((facility) => 10 + facility);
				const bands = decayBands(limitDm);
				const weight = (dm: number) => bands.find((band) => dm <= band.limitDm)?.weight ?? 0;
				const costs = costMatrix(reach);
				const ratios = facilities.map((j) => {
					const people = costs.reduce((sum, row, i) => sum + demand[i] * weight(row[j]), 0);
					return people > 0 ? supply[j] / people : 0;
				});
				const asked = { facilities, supply, demand, bands };
				const { access, ratio } = floatingCatchment(reach, indexHomes(reach), asked);
				ratios.forEach((expected, j) => {
					expect(ratio[j]).toBeCloseTo(expected, 9);
				});
				costs.forEach((row, i) => {
					const sum = ratios.reduce((total, r, j) => total + r * weight(row[j]), 0);
					expect(access[i]).toBeCloseTo(sum, 9);
				});
				const counted = access.reduce((sum, a, i) => sum + a * demand[i], 0);
				const supplied = supply.reduce((sum, s, j) => sum + (ratios[j] > 0 ? s : 0), 0);
				expect(counted).toBeCloseTo(supplied, 6);
			}),
			{ numRuns: 150 },
		);
	});
});
