import { describe, expect, test } from "vitest";
import { at, streetScene, type Tags } from "../../../scenes/streetScene.ts";
import { almostJoinedIn, crossingsIn } from "./found.ts";

/**
 *  a ───────────── b      way 1
 *         d               `gapM` beneath it
 *         │               way 2
 *         c
 */
const stem = (gapM: number, tags: Tags = { highway: "residential" }) =>
	streetScene({ a: [0, 0], b: [100, 0], c: [50, -60], d: [50, -gapM] })
		.way("a b")
		.way("c d", tags);

describe("an end that stops before another line", () => {
	test("is told with both ways, its place and the distance", () => {
		const { count, listed, sharePct } = almostJoinedIn(stem(1.5));
		expect(count).toBe(1);
		const [lon, lat] = at(50, -1.5);
		expect(listed).toEqual([
			{ lon, lat, wayId: 2, otherWayId: 1, distanceM: expect.closeTo(1.5, 3) },
		]);
		expect(sharePct).toBe(25); // one of four ends
	});

	test.each([
		[0, 1],
		[0.5, 1],
		[2.99, 1],
		[3.01, 0],
		[10, 0],
	])("%f m away: told %i times, up to 3 m", (gapM, count) => {
		expect(almostJoinedIn(stem(gapM)).count).toBe(count);
	});

	test("the distance can be set", () => {
		expect(almostJoinedIn(stem(7), { gapM: 8, joinedWithinM: 50 }).count).toBe(1);
	});

	test("is meant where it is marked noexit, shut, or a wall stands between", () => {
		expect(almostJoinedIn(stem(1).mark("d", { noexit: "yes" })).count).toBe(0);
		expect(almostJoinedIn(stem(1).mark("d", { barrier: "gate", access: "no" })).count).toBe(0);
		const walled = streetScene({
			...{ a: [0, 0], b: [100, 0], c: [50, -60], d: [50, -2] },
			...{ e: [40, -1], f: [60, -1] },
		} as const)
			.way("a b")
			.way("c d")
			.way("e f", { barrier: "wall" });
		expect(almostJoinedIn(walled).count).toBe(0);
	});

	test.each<Tags>([
		{ bridge: "yes" },
		{ tunnel: "yes" },
		{ layer: "1" },
		{ layer: "-1" },
		{ level: "2" },
	])("is meant at another level: %j", (level) => {
		expect(almostJoinedIn(stem(1, { highway: "footway", ...level })).count).toBe(0);
	});

	test("layer 0 and a bridge that is none are the ground", () => {
		const tags = { highway: "footway", layer: "0", bridge: "no", level: "0" };
		expect(almostJoinedIn(stem(1, tags)).count).toBe(1);
	});

	test("two ends that face each other are told at both", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [101, 0], d: [200, 0] })
			.way("a b")
			.way("c d");
		expect(
			almostJoinedIn(scene).listed.map(({ wayId, otherWayId }) => [wayId, otherWayId]),
		).toEqual([
			[1, 2],
			[2, 1],
		]);
	});

	test("of several lines near it the nearest is told", () => {
		const scene = streetScene({
			...{ a: [0, 0], b: [100, 0], c: [50, -60], d: [50, -2] },
			...{ e: [0, -3], f: [49, -3] },
		} as const)
			.way("a b")
			.way("c d")
			.way("e f");
		const byWay = almostJoinedIn(scene).listed.map(({ wayId, otherWayId }) => [wayId, otherWayId]);
		expect(byWay).toContainEqual([2, 3]); // √(1² + 1²) m, the other is 2 m away
	});

	/**
	 *  a ─────────── b
	 *  │   d            d ends 2 m below the street; the walk back over f, e and a is
	 *  e ─ f            (s/2 − 2) + s/3 + s/2 + s/3 = 5s/3 − 2 metres
	 */
	test.each([
		[31, 0], // 49.7 m
		[32, 1], // 51.3 m
	])("a lane of side %i m that comes back to its street: told %i times", (s, count) => {
		const scene = streetScene({
			...{ a: [0, 0], b: [200, 0] },
			...{ e: [0, -s / 2], f: [s / 3, -s / 2], d: [s / 3, -2] },
		})
			.way("a b")
			.way("a e f d");
		expect(almostJoinedIn(scene).count).toBe(count);
	});

	test("an end that has gone past a line is a missing crossing, not told twice", () => {
		const past = streetScene({ a: [0, 0], b: [100, 0], c: [50, -60], d: [50, 1] })
			.way("a b")
			.way("c d");
		expect(almostJoinedIn(past).count).toBe(0);
		expect(crossingsIn(past).count).toBe(1);
		// also where the next segment of that line, which it did not cross, is as near
		const atBend = streetScene({ a: [0, 0], b: [100, 0], m: [51, 0], c: [50, -60], d: [50, 1] })
			.way("a m b")
			.way("c d");
		expect(almostJoinedIn(atBend).count).toBe(0);
	});

	test("an end on the line, or on a node of it without being it, is told once as 0 m", () => {
		for (const b of [100, 50]) {
			const scene = streetScene({ a: [0, 0], b: [b, 0], c: [50, -60], d: [50, 0], e: [120, 0] })
				.way("a b e")
				.way("c d");
			const { listed } = almostJoinedIn(scene);
			expect(listed).toMatchObject([{ wayId: 2, otherWayId: 1 }]);
			expect(listed[0]?.distanceM).toBeLessThan(0.001);
			expect(crossingsIn(scene).count).toBe(0);
		}
	});

	test("what is joined is not told", () => {
		const joined = streetScene({ a: [0, 0], b: [50, 0], c: [100, 0], d: [50, -60] })
			.way("a b c")
			.way("d b");
		expect(almostJoinedIn(joined)).toMatchObject({ count: 0, listed: [], sharePct: 0 });
		expect(almostJoinedIn(streetScene({}))).toMatchObject({ count: 0, sharePct: 0 });
	});

	test("more than a thousand are counted, a thousand listed", () => {
		const places: Record<string, [number, number]> = { a: [0, 0], b: [20_000, 0] };
		for (let i = 0; i < 1_200; i++) {
			places[`c${i}`] = [10 + 10 * i, -60];
			places[`d${i}`] = [10 + 10 * i, -1];
		}
		const scene = streetScene(places).way("a b");
		for (let i = 0; i < 1_200; i++) scene.way(`c${i} d${i}`);
		const { count, listed } = almostJoinedIn(scene);
		expect([count, listed.length]).toEqual([1_200, 1_000]);
		expect(listed[999]?.wayId).toBe(1_001); // in the order of the file
	});
});
