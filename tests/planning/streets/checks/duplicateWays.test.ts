import { describe, expect, test } from "vitest";
import { duplicateWays } from "../../../../planning/streets/checks/duplicateWays.ts";
import type { WaySet } from "../../../../planning/streets/Way.ts";
import { walkableWays } from "../../../../planning/streets/walkableWays.ts";
import { streetScene } from "../../../scenes/streetScene.ts";

const twinsIn = (scene: WaySet) =>
	duplicateWays(walkableWays(scene)).listed.map(({ wayId, otherWayId }) => [wayId, otherWayId]);

/** a ── b ── c along the street, A, B, C `apartM` north of it. */
const beside = (apartM: number) =>
	streetScene({
		...{ a: [0, 0], b: [50, 5], c: [100, 0] },
		...{ A: [0, apartM], B: [50, 5 + apartM], C: [100, apartM], M: [25, 2.5 + apartM] },
	});

describe("a line drawn twice", () => {
	test("is told once, with the earlier one, in either direction", () => {
		expect(twinsIn(beside(0.5).way("a b c").way("a b c"))).toEqual([[2, 1]]);
		expect(twinsIn(beside(0.5).way("a b c").way("c b a"))).toEqual([[2, 1]]);
	});

	test("three times is told twice", () => {
		const scene = beside(0).way("a b c").way("c b a").way("a b c");
		expect(twinsIn(scene)).toEqual([
			[2, 1],
			[3, 1],
		]);
	});

	test("with other nodes within 1 m all along is the same line, however many points it has", () => {
		expect(twinsIn(beside(0.9).way("a b c").way("A B C"))).toEqual([[2, 1]]);
		expect(twinsIn(beside(0.9).way("a b c").way("C B M A"))).toEqual([[2, 1]]);
		expect(twinsIn(beside(1.1).way("a b c").way("A B C"))).toEqual([]);
	});

	test("between the same ends by another way is another line", () => {
		expect(twinsIn(beside(3).way("a b c").way("a c"))).toEqual([]);
		expect(twinsIn(beside(3).way("a b c").way("a B c"))).toEqual([]);
	});

	test("above the other, at another level, is another line", () => {
		const deck = beside(0).way("a b c").way("a b c", { highway: "footway", layer: "1" });
		expect(twinsIn(deck)).toEqual([]);
		const bridge = beside(0).way("a b c").way("a b c", { highway: "footway", bridge: "yes" });
		expect(twinsIn(bridge)).toEqual([]);
	});

	test("a part of another line is no twin of it", () => {
		expect(twinsIn(beside(0).way("a b c").way("a b"))).toEqual([]);
	});

	test("short lines end to end are no twins", () => {
		const stubs = streetScene({ a: [0, 0], b: [0.4, 0], c: [0.8, 0] })
			.way("a b")
			.way("b c");
		expect(twinsIn(stubs)).toEqual([]);
	});

	test("a ring drawn again from another corner is a twin", () => {
		const ring = streetScene({
			...{ a: [0, 0], b: [50, 0], c: [50, 50], d: [0, 50] },
			...{ A: [0.1, 0], B: [50.1, 0], C: [50.1, 50], D: [0.1, 50] },
		} as const)
			.way("a b c d a")
			.way("C D A B C");
		expect(twinsIn(ring)).toEqual([[2, 1]]);
	});

	test("every pair is found wherever its middle falls", () => {
		// lines shifted by 0.7 m to all sides, at 400 places 37.3 m apart
		const places: Record<string, [number, number]> = {};
		for (let i = 0; i < 400; i++) {
			const [east, north] = [(i % 20) * 37.3, Math.floor(i / 20) * 37.3];
			const angle = i;
			places[`a${i}`] = [east, north];
			places[`b${i}`] = [east + 20, north + 3];
			places[`A${i}`] = [east + 0.7 * Math.cos(angle), north + 0.7 * Math.sin(angle)];
			places[`B${i}`] = [east + 20 + 0.7 * Math.cos(angle), north + 3 + 0.7 * Math.sin(angle)];
		}
		const scene = streetScene(places);
		for (let i = 0; i < 400; i++) scene.way(`a${i} b${i}`).way(`A${i} B${i}`);
		expect(twinsIn(scene)).toEqual(Array.from({ length: 400 }, (_, i) => [2 * i + 2, 2 * i + 1]));
	});
});
