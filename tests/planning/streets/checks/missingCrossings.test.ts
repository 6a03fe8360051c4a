import { describe, expect, test } from "vitest";
import { at, streetScene, type Tags } from "../../../scenes/streetScene.ts";
import { crossingsIn } from "./found.ts";

const CROSS = { w: [0, 0], e: [100, 0], s: [30, -50], n: [30, 50] } as const;

/**
 *        n
 *        │
 *  w ────┼──────── e     no node where they cross, 30 m from w
 *        │
 *        s
 */
const cross = (tags: Tags = { highway: "residential" }) =>
	streetScene(CROSS).way("w e").way("s n", tags);

describe("two lines that cross without a common node", () => {
	test("are told with both ways and the place", () => {
		const { count, listed, sharePct } = crossingsIn(cross());
		expect(count).toBe(1);
		const [lon, lat] = at(30, 0);
		expect(listed).toEqual([
			{ lon: expect.closeTo(lon, 9), lat: expect.closeTo(lat, 9), wayId: 1, otherWayId: 2 },
		]);
		expect(sharePct).toBe(100);
	});

	test.each<Tags>([
		{ highway: "footway", bridge: "yes" },
		{ highway: "residential", tunnel: "yes" },
		{ highway: "residential", layer: "-1" },
		{ highway: "corridor", level: "1" },
		{ highway: "motorway" }, // nobody walks there
		{ railway: "rail" },
	])("are no crossing where one is %j", (tags) => {
		expect(crossingsIn(cross(tags)).count).toBe(0);
	});

	test("two bridges over each other are none, whatever their layers", () => {
		const bridges = streetScene(CROSS)
			.way("w e", { highway: "primary", bridge: "yes", layer: "1" })
			.way("s n", { highway: "primary", bridge: "yes", layer: "1" });
		expect(crossingsIn(bridges).count).toBe(0);
	});

	test("a passage through a building is at ground level", () => {
		expect(crossingsIn(cross({ highway: "footway", tunnel: "building_passage" })).count).toBe(1);
	});

	test("with a common node they are joined", () => {
		const joined = streetScene({ ...CROSS, x: [30, 0] })
			.way("w x e")
			.way("s x n");
		expect(crossingsIn(joined).count).toBe(0);
	});

	test("with a node each at one place they are not, and it is one crossing", () => {
		const doubled = streetScene({ ...CROSS, x: [30, 0], y: [30, 0] })
			.way("w x e")
			.way("s y n");
		expect(crossingsIn(doubled).count).toBe(1);
	});

	test("a street made of two ways that crosses at their joint is one crossing", () => {
		const split = streetScene({ ...CROSS, x: [30, 0] })
			.way("w e")
			.way("s x")
			.way("x n");
		expect(crossingsIn(split).count).toBe(1);
	});

	test("joined at one place and crossing at another: the other is told", () => {
		// s–x–n turns back over the street at 70 m
		const scene = streetScene({ ...CROSS, x: [30, 0], m: [70, 20], z: [70, -20] })
			.way("w x e")
			.way("s x n m z");
		const { listed } = crossingsIn(scene);
		expect(listed).toHaveLength(1);
		expect(listed[0]?.lon).toBeCloseTo(at(70, 0)[0], 9);
	});

	test("a way that crosses itself is not told: a walk goes on there all the same", () => {
		const loop = streetScene({ a: [0, 0], b: [100, 0], c: [100, 50], d: [50, -50] }).way("a b c d");
		expect(crossingsIn(loop).count).toBe(0);
	});

	test("long lines of many points are searched to their ends", () => {
		// a zigzag of 99 legs over a straight street of 50 points without any in common
		const places: Record<string, [number, number]> = {};
		for (let i = 0; i < 100; i++) places[`z${i}`] = [10 * i, i % 2 === 0 ? -20 : 20];
		for (let i = 0; i < 50; i++) places[`s${i}`] = [20 * i + 3, 0];
		const scene = streetScene(places)
			.way(Array.from({ length: 100 }, (_, i) => `z${i}`).join(" "))
			.way(Array.from({ length: 50 }, (_, i) => `s${i}`).join(" "));
		// legs cross the axis at 5, 15 … 985; the street runs from 3 to 983
		expect(crossingsIn(scene).count).toBe(98);
	});

	test("no line at all is no trouble", () => {
		expect(crossingsIn(streetScene({}))).toEqual({ count: 0, listed: [], sharePct: 0 });
	});
});
