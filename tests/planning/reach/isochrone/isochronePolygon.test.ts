import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../../planning/city/geodesicArea.ts";
import { attachResidence, createAttacher } from "../../../../planning/reach/attacher.ts";
import { isochroneError } from "../../../../planning/reach/isochrone/isochroneError.ts";
import { isochronePolygon } from "../../../../planning/reach/isochrone/isochronePolygon.ts";
import {
	createWalker,
	type Direction,
	isochroneLabels,
} from "../../../../planning/reach/isochrone/labels.ts";
import { nodePlaces } from "../../../../planning/reach/nodePlaces.ts";
import { limitDm } from "../../../../planning/reach/profiles.ts";
import type { Reach } from "../../../../planning/reach/reach.ts";
import { compileStreets } from "../../../../planning/streets/compileStreets.ts";
import { collectStreets } from "../../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../../server/imports/osm/readOsm.ts";
import { portoOrigins } from "../../../bench/reach/portoOrigins.ts";
import { randomCity, reachIn, reachOfCity } from "../../../scenes/randomReach.ts";
import { isInPolygon, polygonFaults } from "../../../scenes/ringChecks.ts";
import { at, desertGrid, streetScene } from "../../../scenes/streetScene.ts";
import { ADULT } from "../../../scenes/walk.ts";
import { geodata, geodataTest } from "../../../server/imports/geodata.ts";

function isochroneOf(reach: Reach, limit: number, direction: Direction = "from") {
	const walker = createWalker(reach.graph, reach.profile, direction);
	const origins = direction === "from" ? [reach.residences[0]] : reach.facilities[0];
	const labels = isochroneLabels(walker, origins, limit);
	const polygon = isochronePolygon(walker, labels);
	return { polygon, error: isochroneError(walker, labels, polygon) };
}

describe("polygons by mental arithmetic", () => {
	const long = streetScene({ a: [0, 0], b: [4_000, 0] }).way("a b");

	test("one straight street gives a strip 60 m to either side, cut where the limit is", () => {
		const { polygon } = isochroneOf(reachIn(long, { homes: [[2_000, 0]] }), 10_050);
		expect(polygonFaults(polygon)).toEqual([]);
		expect(polygon).toHaveLength(1);
		const inside = (eastM: number, northM: number) => isInPolygon(polygon, at(eastM, northM));
		expect([inside(2_000, 58), inside(2_000, 62), inside(2_900, -58)]).toEqual([true, false, true]);
		expect([inside(3_003, 0), inside(3_007, 0), inside(997, 0), inside(993, 0)]).toEqual([
			true,
			false,
			true,
			false,
		]);
		expect(areaM2(polygon) / (2_010 * 120)).toBeCloseTo(1, 2);
	});

	test("a street that is not reached keeps the land beside it, even between reached ones", () => {
		// the path in the middle runs beside the street but joins it nowhere
		const scene = streetScene({ a: [0, 0], b: [600, 0], c: [100, 40], d: [500, 40] })
			.way("a b")
			.way("c d", { highway: "footway" });
		const { polygon } = isochroneOf(reachIn(scene, { homes: [[300, 0]] }), 10_050);
		expect(isInPolygon(polygon, at(300, 18))).toBe(true);
		expect(isInPolygon(polygon, at(300, 22))).toBe(false);
		expect(isInPolygon(polygon, at(300, -50))).toBe(true);
	});

	test("a bridge belongs to the polygon like the streets at its ends", () => {
		const scene = streetScene({ a: [0, 0], b: [0, 200], c: [0, 500], d: [0, 700] })
			.way("a b")
			.way("b c", { highway: "footway", bridge: "yes" })
			.way("c d");
		const { polygon } = isochroneOf(reachIn(scene, { homes: [[0, 50]] }), 10_050);
		expect(isInPolygon(polygon, at(20, 350))).toBe(true);
		expect(isInPolygon(polygon, at(0, 690))).toBe(true);
	});

	test("a large block keeps its middle open, a small yard is filled", () => {
		const blocks = (blockM: number) =>
			isochroneOf(reachIn(desertGrid({ columns: 2, rows: 2, blockM }), { homes: [[0, 0]] }), 20_000)
				.polygon;
		expect(blocks(400)[0]).toHaveLength(2);
		expect(polygonFaults(blocks(400))).toEqual([]);
		expect(isInPolygon(blocks(400), at(200, 200))).toBe(false);
		expect(blocks(150)[0]).toHaveLength(1);
		expect(isInPolygon(blocks(150), at(75, 75))).toBe(true);
	});

	test("nothing is reached from a place whose way to the street is too long", () => {
		const { polygon, error } = isochroneOf(reachIn(long, { homes: [[2_000, 200]] }), 1_000);
		expect(polygon).toEqual([]);
		expect(error).toMatchObject({ inside: 0, reached: 0, outsidePct: 0, missedPct: 0 });
	});

	test("the error of a polygon that leaves out one of four reached corners and takes in a far one", () => {
		const scene = streetScene({ a: [0, 0], b: [300, 0], c: [600, 0], d: [900, 0], e: [1_200, 0] })
			.way("a b")
			.way("b c", { highway: "footway" }) // other kinds of way are not folded
			.way("c d")
			.way("d e", { highway: "footway" });
		const reach = reachIn(scene, { homes: [[0, 0]] });
		const walker = createWalker(reach.graph, ADULT, "from");
		const labels = isochroneLabels(walker, reach.residences, 9_500);
		const box = (west: number, east: number) => [
			[at(west, -50), at(east, -50), at(east, 50), at(west, 50), at(west, -50)],
		];
		// a b c d are within 950 m; the boxes hold b c d and e
		const error = isochroneError(walker, labels, [box(100, 1_000), box(1_100, 1_300)]);
		expect(error).toEqual({
			inside: 4,
			outsideLimit: 1,
			reached: 4,
			missed: 1,
			outsidePct: 25,
			missedPct: 25,
		});
	});
});

describe("on random cities", () => {
	test("polygons are valid, and streets farther apart than the raster are on their side", () => {
		fc.assert(
			fc.property(
				randomCity,
				fc.integer({ min: 0, max: 9_000 }),
				fc.constantFrom("from" as const, "to" as const),
				(city, limit, direction) => {
					const { polygon, error } = isochroneOf(reachOfCity(city), limit, direction);
					expect(polygonFaults(polygon)).toEqual([]);
					// both sides of a shut gate are one point on the ground: nothing can part them
					if (city.gates.length === 0) {
						expect(error.outsideLimit).toBe(0);
						expect(error.missed).toBe(0);
					}
				},
			),
			{ numRuns: 150 },
		);
	});
});

geodataTest(
	"30 places in Porto, 15 minutes from and to: at most 1 % outside and 1 % missed",
	async () => {
		const { waySet } = await collectStreets(readOsm(geodata("osm-scale/porto_portugal.osm.pbf")));
		const { graph, barriers } = compileStreets(waySet);
		const attacher = createAttacher(graph, barriers);
		const places = nodePlaces(graph);
		for (const direction of ["from", "to"] as const) {
			const walker = createWalker(graph, ADULT, direction);
			for (const place of portoOrigins(graph, 30)) {
				const origin = attachResidence(attacher, place);
				const labels = isochroneLabels(walker, [origin], limitDm(900, ADULT.speedMPerMin));
				const polygon = isochronePolygon(walker, labels, places);
				const { outsidePct, missedPct } = isochroneError(walker, labels, polygon, places);
				expect(polygonFaults(polygon)).toEqual([]);
				expect(outsidePct).toBeLessThanOrEqual(1);
				expect(missedPct).toBeLessThanOrEqual(1);
			}
		}
	},
);
