import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	attachFacility,
	attachResidence,
	createAttacher,
} from "../../../planning/reach/attacher.ts";
import {
	limitDm,
	type Profile,
	profileNamed,
	secondsOf,
} from "../../../planning/reach/profiles.ts";
import {
	nearest,
	noTimes,
	type Reach,
	reachFor,
	UNREACHED_DM,
} from "../../../planning/reach/reach.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { byDefinition } from "../../scenes/byDefinition.ts";
import { at, desertGrid, streetScene } from "../../scenes/streetScene.ts";
import { ADULT, walk } from "../../scenes/walk.ts";

describe("walk times by mental arithmetic", () => {
	const street = () => streetScene({ a: [0, 0], b: [400, 0] }).way("a b");

	test("a door 300 m along the street from a home on it costs 3,000 dm, both ends on one edge", () => {
		const { costDm, facility } = walk(street(), { homes: [[50, 0]], doors: [[350, 0]] });
		expect([...costDm]).toEqual([3_000]);
		expect([...facility]).toEqual([0]);
	});

	test("connectors at both ends are walked too", () => {
		const { costDm } = walk(street(), { homes: [[50, 30]], doors: [[350, -20]] });
		expect([...costDm]).toEqual([3_500]);
	});

	test("around two corners, edge fractions add up", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [100, 200], d: [300, 200] }).way(
			"a b c d",
		);
		const { costDm } = walk(scene, { homes: [[60, 0]], doors: [[130, 200]] });
		expect(costDm[0]).toBe(400 + 2_000 + 300);
	});

	test("the shorter of two parallel edges between the same junctions is taken, and both carry addresses", () => {
		const scene = streetScene({ a: [0, 0], b: [200, 0], m: [100, 150], z: [-100, 0] })
			.way("z a")
			.way("a b")
			.way("a m b");
		const { costDm } = walk(scene, {
			homes: [
				[-100, 0],
				[100, 149],
			],
			doors: [[200, 0]],
		});
		expect(costDm[0]).toBe(3_000);
		expect(costDm[1]).toBeGreaterThan(1_790);
	});

	test("a one-way foot path is walked from home to door, never against its arrow", () => {
		const oneWay = { highway: "footway", "oneway:foot": "yes" };
		const scene = streetScene({ a: [0, 0], b: [300, 0] }).way("a b", oneWay);
		expect(walk(scene, { homes: [[50, 0]], doors: [[250, 0]] }).costDm[0]).toBe(2_000);
		expect(walk(scene, { homes: [[250, 0]], doors: [[50, 0]] }).costDm[0]).toBe(UNREACHED_DM);
	});

	test("steps count twice for adults and do not exist for the step-free", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [150, 0], d: [250, 0] })
			.way("a b")
			.way("b c", { highway: "steps" })
			.way("c d");
		const trip = { homes: [[0, 0]] as const, doors: [[250, 0]] as const };
		expect(walk(scene, trip).costDm[0]).toBe(1_000 + 1_000 + 1_000);
		const stepfree = profileNamed("stepfree") as Profile;
		expect(walk(scene, { ...trip, profile: stepfree }).costDm[0]).toBe(UNREACHED_DM);
	});

	test("a river without a bridge cannot be crossed by a connector", () => {
		const scene = streetScene({ a: [0, 0], b: [400, 0], r: [-500, 50], s: [900, 50] })
			.way("a b")
			.way("r s", { waterway: "river", name: "澄澜江" });
		const { costDm } = walk(scene, {
			homes: [
				[50, 100],
				[50, 20],
			],
			doors: [[350, 0]],
		});
		expect([...costDm]).toEqual([UNREACHED_DM, 3_200]);
	});

	test("a locked gate splits a street; an open gate does not", () => {
		const gated = (tags: Record<string, string>) =>
			streetScene({ a: [0, 0], g: [100, 0], b: [200, 0] })
				.way("a g b")
				.mark("g", tags);
		const trip = { homes: [[0, 0]] as const, doors: [[200, 0]] as const };
		expect(walk(gated({ barrier: "gate" }), trip).costDm[0]).toBe(2_000);
		expect(walk(gated({ barrier: "gate", access: "no" }), trip).costDm[0]).toBe(UNREACHED_DM);
	});

	test("nobody walks through a private compound, but its people leave by every gate and visitors come in", () => {
		const compound = () =>
			streetScene({ w: [-300, 0], a: [0, 0], b: [200, 0], e: [500, 0], n: [0, 400], m: [200, 400] })
				.way("w a")
				.way("b e")
				.way("a n m b") // the public way round: 1,000 m
				.way("a b", { highway: "service", access: "private" });
		const { costDm } = walk(compound(), {
			homes: [
				[-100, 0],
				[150, 0],
				[50, 0],
			],
			doors: [[300, 0]],
		});
		expect(costDm[0]).toBe(UNREACHED_DM); // 1,200 m by the public way: beyond 15 minutes
		expect(costDm[1]).toBe(500 + 1_000);
		expect(costDm[2]).toBe(1_500 + 1_000);
		const inside = walk(compound(), {
			homes: [
				[300, 0],
				[20, 0],
			],
			doors: [[150, 0]],
		});
		expect([...inside.costDm]).toEqual([1_000 + 500, 1_300]);
	});

	test("farther than 300 m from any street is not attached, farther than 50 m is noted", () => {
		const { graph, barriers } = compileStreets(street());
		const attacher = createAttacher(graph, barriers);
		const status = (northM: number) => attachResidence(attacher, at(200, northM)).status;
		expect([10, 49, 51, 299, 301].map(status)).toEqual([
			"attached",
			"attached",
			"noted",
			"noted",
			"not-attached",
		]);
	});

	test("no address lies on a bridge: the street beside the water is taken", () => {
		const scene = streetScene({ a: [0, 0], b: [0, 100], c: [-200, 0], d: [200, 0] })
			.way("c a d")
			.way("a b", { highway: "footway", bridge: "yes" });
		const { graph, barriers } = compileStreets(scene);
		expect(attachResidence(createAttacher(graph, barriers), at(5, 60)).connectorDm).toBe(600);
	});

	test("10,050 dm is inside 15 minutes at 67 m/min, 10,051 is not", () => {
		expect(limitDm(900, 67)).toBe(10_050);
		const long = streetScene({ a: [0, 0], b: [2_000, 0] }).way("a b");
		const { costDm } = walk(long, { homes: [[0, 0]], doors: [[1_005, 0]] });
		expect(costDm[0]).toBe(10_050);
		expect(walk(long, { homes: [[0, 0]], doors: [[1_005.1, 0]] }).costDm[0]).toBe(UNREACHED_DM);
		expect(secondsOf(10_050, 67)).toBe(900);
	});

	test("two doors equally far give the smaller facility", () => {
		const { facility } = walk(street(), {
			homes: [[200, 0]],
			doors: [
				[300, 0],
				[100, 0],
			],
		});
		expect(facility[0]).toBe(0);
	});

	test("zero-length edges carry the smaller facility to the far side", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [100, 0], d: [200, 0] })
			.way("a b")
			.way("b c")
			.way("c d");
		const { costDm, facility } = walk(scene, {
			homes: [
				[0, 0],
				[200, 0],
			],
			doors: [
				[200, 0],
				[0, 0],
			],
		});
		expect([...costDm]).toEqual([0, 0]);
		expect([...facility]).toEqual([1, 0]);
	});
});

describe("on random cities", () => {
	const SIDE = 6;
	const city = fc.record({
		missing: fc.array(fc.nat(SIDE * SIDE - 1), { maxLength: 5 }),
		oneWays: fc.array(fc.nat(SIDE - 1), { maxLength: 3 }),
		homes: fc.array(
			fc.tuple(fc.integer({ min: -50, max: 560 }), fc.integer({ min: -50, max: 560 })),
			{ minLength: 1, maxLength: 12 },
		),
		doors: fc.array(
			fc.tuple(fc.integer({ min: -50, max: 560 }), fc.integer({ min: -50, max: 560 })),
			{ minLength: 1, maxLength: 5 },
		),
	});

	function reachOf({
		missing,
		oneWays,
		homes,
		doors,
	}: {
		missing: number[];
		oneWays: number[];
		homes: [number, number][];
		doors: [number, number][];
	}): Reach {
		const scene = desertGrid({ columns: SIDE, rows: SIDE, blockM: 100 });
		const ways = scene.ways.map((way, i) => ({
			...way,
			tags: oneWays.includes(i)
				? { highway: "footway", "oneway:foot": "yes" }
				: i === SIDE
					? { highway: "steps" }
					: way.tags,
		}));
		const nodeTags = new Map(missing.map((node) => [node + 1, { barrier: "gate", access: "no" }]));
		const { graph, barriers } = compileStreets({
			ways,
			lonOf: scene.lonOf,
			latOf: scene.latOf,
			nodeTags,
		});
		const attacher = createAttacher(graph, barriers);
		return reachFor(
			graph,
			ADULT,
			homes.map(([eastM, northM]) => attachResidence(attacher, at(eastM, northM))),
			doors.map(([eastM, northM]) => attachFacility(attacher, at(eastM, northM))),
		);
	}

	test("the bucket search gives the shortest path by definition, ties to the smaller facility", () => {
		fc.assert(
			fc.property(city, (scene) => {
				const reach = reachOf(scene);
				const facilities = [...reach.facilities.keys()];
				const times = noTimes(reach.residences.length);
				nearest(reach, facilities, "all", 20_000, times);
				for (const residence of reach.residences.keys())
					expect([times.costDm[residence], times.facility[residence]]).toEqual(
						byDefinition(reach, residence, facilities, 20_000),
					);
			}),
			{ numRuns: 150 },
		);
	});

	test("searching facilities one at a time gives the same as all at once", () => {
		fc.assert(
			fc.property(city, (scene) => {
				const reach = reachOf(scene);
				const together = noTimes(reach.residences.length);
				nearest(reach, reach.facilities.keys(), "all", 8_000, together);
				const apart = noTimes(reach.residences.length);
				for (const facility of [...reach.facilities.keys()].reverse())
					nearest(reach, [facility], "all", 8_000, apart);
				expect(apart).toEqual(together);
			}),
			{ numRuns: 100 },
		);
	});
});
