import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import {
	attachFacility,
	attachResidence,
	createAttacher,
} from "../../../planning/reach/attacher.ts";
import { type Profile, profileNamed } from "../../../planning/reach/profiles.ts";
import { nearest, noTimes, reachFor } from "../../../planning/reach/reach.ts";
import { type Route, routeTo } from "../../../planning/reach/route.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../../planning/streets/Way.ts";
import { at, streetScene } from "../../scenes/streetScene.ts";
import { ADULT, type PlaceM } from "../../scenes/walk.ts";

/** The route of every home to the nearest door, and what the search says. */
function routes(
	scene: WaySet,
	homes: readonly PlaceM[],
	doors: readonly PlaceM[],
	profile = ADULT,
	limitDm = 20_000,
) {
	const { graph, barriers } = compileStreets(scene);
	const attacher = createAttacher(graph, barriers);
	const residences = homes.map((home) => attachResidence(attacher, at(...home)));
	const facilities = doors.map((door) => attachFacility(attacher, at(...door)));
	const reach = reachFor(graph, profile, residences, facilities);
	const times = noTimes(homes.length);
	nearest(reach, doors.keys(), "all", limitDm, times);
	const targets = facilities.flatMap((rows, facility) =>
		rows.map((door) => ({ facility, door, lonLat: at(...(doors[facility] as PlaceM)) })),
	);
	const found = residences.map((home, residence) =>
		routeTo(reach, { home, lonLat: at(...(homes[residence] as PlaceM)) }, targets, limitDm),
	);
	return { times, found };
}

function lengthM(line: readonly LonLat[]): number {
	let sum = 0;
	for (let i = 1; i < line.length; i++) sum += distanceM(line[i - 1], line[i]);
	return sum;
}

/** East and north in whole metres, as the scene was drawn. */
function metres(route: Route | null | undefined) {
	const [origin, east] = [at(0, 0), at(1, 1)];
	return route?.line.map(([lon, lat]) => [
		Math.round((lon - origin[0]) / (east[0] - origin[0])),
		Math.round((lat - origin[1]) / (east[1] - origin[1])),
	]);
}

test("a route is the walk that the search counted, on random streets, in either direction, over steps and one-ways", () => {
	const place = fc.tuple(fc.integer({ min: -20, max: 820 }), fc.integer({ min: -20, max: 620 }));
	const tags = fc.constantFrom<Record<string, string>>(
		{ highway: "residential" },
		{ highway: "steps" },
		{ highway: "footway", "oneway:foot": "yes" },
		{ highway: "service", access: "private" },
	);
	const drawn = fc.record({
		tags: fc.array(tags, { minLength: 31, maxLength: 31 }),
		bends: fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 31, maxLength: 31 }),
		homes: fc.array(place, { minLength: 1, maxLength: 8 }),
		doors: fc.array(place, { minLength: 1, maxLength: 5 }),
		profile: fc.constantFrom(ADULT, profileNamed("stepfree") as Profile),
	});
	fc.assert(
		fc.property(drawn, ({ tags, bends, homes, doors, profile }) => {
			const { times, found } = routes(bentGrid(tags, bends), homes, doors, profile);
			found.forEach((route, home) => {
				expect(route?.costDm ?? 0xffff_ffff).toBe(times.costDm[home]);
				expect(route?.facility ?? -1).toBe(times.facility[home]);
				if (route === null) return;
				expect(route.line[0]).toEqual(at(...(homes[home] as PlaceM)));
				expect(
					distanceM(route.line.at(-1) as LonLat, at(...(doors[route.facility] as PlaceM))),
				).toBeLessThan(0.002);
				// each part is rounded to a decimetre once; feet lie where offsets, rounded too, put them
				const slackM = 0.2 * (route.parts.length + 2);
				expect(Math.abs(lengthM(route.line) - route.lengthDm / 10)).toBeLessThan(slackM);
			});
		}),
		{ numRuns: 150 },
	);
});

test("out of the house, along the street and around its bend, up the steps counted twice, to the door", () => {
	const scene = streetScene({ a: [0, 0], bend: [100, 0], b: [100, 50], c: [100, 80] })
		.way("a bend b")
		.way("b c", { highway: "steps" });
	const { found } = routes(scene, [[40, 10]], [[90, 80]]);
	expect(found[0]?.parts).toEqual([
		{ kind: "connector", lengthDm: 100, costDm: 100 },
		{ kind: "street", lengthDm: 1100, costDm: 1100 },
		{ kind: "steps", lengthDm: 300, costDm: 600 },
		{ kind: "connector", lengthDm: 100, costDm: 100 },
	]);
	expect(found[0]).toMatchObject({ costDm: 1900, lengthDm: 1600 });
	expect(metres(found[0])).toEqual([
		[40, 10],
		[40, 0],
		[100, 0],
		[100, 50],
		[100, 80],
		[90, 80],
	]);
});

test("the way back follows the same bends in the other direction", () => {
	const scene = streetScene({ a: [0, 0], bend: [100, 0], b: [100, 50], c: [300, 50] })
		.way("a bend b")
		.way("b c");
	const { found } = routes(scene, [[200, 50]], [[50, 0]]);
	expect(metres(found[0])).toEqual([
		[200, 50],
		[100, 50],
		[100, 0],
		[50, 0],
	]);
	expect(found[0]?.costDm).toBe(2000);
});

test("a neighbour on the same street is reached without passing a corner", () => {
	const { found } = routes(
		streetScene({ a: [0, 0], b: [300, 0] }).way("a b"),
		[[200, 5]],
		[[50, 5]],
	);
	expect(metres(found[0])).toEqual([
		[200, 5],
		[200, 0],
		[50, 0],
		[50, 5],
	]);
	expect(found[0]?.costDm).toBe(1600);
});

test("against a one-way the route goes around", () => {
	const scene = streetScene({ a: [0, 0], b: [100, 0], c: [100, 50], d: [0, 50] })
		.way("a b", { highway: "footway", "oneway:foot": "yes" })
		.way("b c d a");
	const { found } = routes(scene, [[80, 0]], [[20, 0]]);
	expect(metres(found[0])).toEqual([
		[80, 0],
		[100, 0],
		[100, 50],
		[0, 50],
		[0, 0],
		[20, 0],
	]);
});

test("nobody there: no route", () => {
	const scene = streetScene({ a: [0, 0], b: [100, 0], c: [0, 500], d: [100, 500] })
		.way("a b")
		.way("c d");
	const { found } = routes(scene, [[50, 0]], [[50, 500]]);
	expect(found[0]).toBeNull();
});

/** A grid of 5 × 4 junctions 200 m apart; every street bends sideways in its middle. */
function bentGrid(tags: readonly Record<string, string>[], bends: readonly number[]) {
	const places: Record<string, [number, number]> = {};
	const streets: [string, string, string][] = [];
	for (let column = 0; column < 5; column++)
		for (let row = 0; row < 4; row++) {
			const [x, y] = [column * 200, row * 200];
			places[`${column},${row}`] = [x, y];
			for (const [dx, dy] of [
				[1, 0],
				[0, 1],
			] as const) {
				if (column + dx > 4 || row + dy > 3) continue;
				const bend = bends[streets.length % 31] as number;
				const name = `${column},${row},${dx}`;
				places[name] = [x + dx * 100 + dy * bend, y + dy * 100 + dx * bend];
				streets.push([`${column},${row}`, name, `${column + dx},${row + dy}`]);
			}
		}
	const scene = streetScene(places);
	streets.forEach((names, i) => {
		scene.way(names.join(" "), tags[i % 31]);
	});
	return scene;
}
