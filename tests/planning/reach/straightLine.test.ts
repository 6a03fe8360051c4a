import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import { METRE_PRESETS, metrePresetNamed } from "../../../planning/reach/metrePresets.ts";
import { nearest, noTimes, UNREACHED_DM } from "../../../planning/reach/reach.ts";
import { straightLine } from "../../../planning/reach/straightLine.ts";
import { randomCity, reachIn, reachOfCity } from "../../scenes/randomReach.ts";
import { at, streetScene } from "../../scenes/streetScene.ts";

describe("as the crow flies", () => {
	test("3-4-5: a door 300 m east and 400 m north is 5,000 dm away, whatever the streets do", () => {
		const { costDm, facility } = straightLine([at(0, 0)], [[at(0, 600)], [at(300, 400)]]);
		expect([...costDm]).toEqual([5_000]);
		expect([...facility]).toEqual([1]);
	});

	test("the nearest door of a facility counts; two equally far give the smaller facility", () => {
		const doors = [[at(0, 900), at(0, -200)], [at(200, 0)]];
		const { costDm, facility } = straightLine([at(0, 0)], doors);
		expect([...costDm]).toEqual([2_000]);
		expect([...facility]).toEqual([0]);
	});

	test("beyond the limit there is none, and a city without facilities has none at all", () => {
		expect(straightLine([at(0, 0)], [[at(0, 301)]], 3_000).costDm[0]).toBe(UNREACHED_DM);
		expect(straightLine([at(0, 0)], [[at(0, 300)]], 3_000).costDm[0]).toBe(3_000);
		expect(straightLine([at(0, 0)], []).facility[0]).toBe(-1);
	});

	test("it is the least distance of all doors, in decimetres", () => {
		const place = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
		const places = fc.array(place, { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(places, places, (homes, doors) => {
				const lonLats = homes.map(([x, y]) => at(x * 50, y * 50));
				const positions = doors.map(([x, y]) => [at(x * 50, y * 50)]);
				const { costDm, facility } = straightLine(lonLats, positions);
				lonLats.forEach((home, i) => {
					const all = positions.map(([door]) => Math.round(distanceM(home, door) * 10));
					const least = Math.min(...all);
					expect([costDm[i], facility[i]]).toEqual([least, all.indexOf(least)]);
				});
			}),
			{ numRuns: 100 },
		);
	});

	test("nobody walks to a door in less than its straight line", () => {
		fc.assert(
			fc.property(randomCity, (city) => {
				const reach = reachOfCity(city);
				const walks = noTimes(city.homes.length);
				nearest(reach, reach.facilities.keys(), "all", 20_000, walks);
				const lines = straightLine(
					city.homes.map(([x, y]) => at(x, y)),
					city.doors.map(([x, y]) => [at(x, y)]),
				);
				// every rounded piece may lose half a decimetre: two connectors, two part edges, ten blocks
				walks.costDm.forEach((dm, i) => {
					expect(dm + 8).toBeGreaterThanOrEqual(lines.costDm[i]);
				});
			}),
			{ numRuns: 100 },
		);
	});
});

test("a preset of 500 m reaches 500 m along the street at any speed, and not a decimetre more", () => {
	const { limitDm } = metrePresetNamed("500m") ?? METRE_PRESETS[0];
	const reach = reachIn(streetScene({ a: [0, 0], b: [900, 0] }).way("a b"), {
		homes: [
			[500, 0],
			[500.1, 0],
		],
		doors: [[0, 0]],
	});
	const times = noTimes(2);
	nearest(reach, [0], "all", limitDm, times);
	expect([...times.costDm]).toEqual([5_000, UNREACHED_DM]);
	expect(METRE_PRESETS.map(({ metres }) => metres)).toEqual([300, 500, 1_000]);
	expect(metrePresetNamed("501m")).toBeUndefined();
});
