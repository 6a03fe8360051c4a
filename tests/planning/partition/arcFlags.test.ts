import { describe, expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { hasArcFlag, markFollowing, withArcFlag } from "../../../planning/partition/arcFlags.ts";
import { lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";

// two squares of 100 m side by side; the border between them runs from (100, 0) to (100, 100)
const tiling = drawnTiling(["A B"]);
const middle = tiling.arcLeft.findIndex((left, arc) => left >= 0 && tiling.arcRight[arc] >= 0);
const line = (...points: [eastM: number, northM: number][]): LonLat[] =>
	points.map(([eastM, northM]) => lonLatOfCm(tiling.frame, eastM * 100, northM * 100));
const follows = (marked: Tiling, flag: "followsStreet" | "followsWater" = "followsStreet") =>
	hasArcFlag(marked, middle, flag);

describe("a border follows a street", () => {
	test("that runs along it within the distance, in either direction", () => {
		expect(follows(markFollowing(tiling, [line([110, -20], [110, 120])], "followsStreet"))).toBe(
			true,
		);
		expect(follows(markFollowing(tiling, [line([90, 120], [90, -20])], "followsStreet"))).toBe(
			true,
		);
	});

	test("not where the street is farther off, only crosses, or accompanies half of it", () => {
		const off = [line([116, -20], [116, 120]), line([0, 50], [200, 50]), line([100, 0], [100, 50])];
		for (const street of off)
			expect(follows(markFollowing(tiling, [street], "followsStreet"))).toBe(false);
	});

	test("not for the many streets that cross it close together", () => {
		const crossing = Array.from({ length: 10 }, (_, i) => line([80, 10 * i], [120, 10 * i]));
		expect(follows(markFollowing(tiling, crossing, "followsStreet"))).toBe(false);
	});

	test("made of several pieces end to end", () => {
		const pieces = [line([100, 0], [103, 40]), line([103, 40], [98, 100])];
		expect(follows(markFollowing(tiling, pieces, "followsStreet"))).toBe(true);
	});
});

test("marking again replaces the mark and leaves other flags alone", () => {
	const legal = withArcFlag(tiling, [middle], "legal");
	const wet = markFollowing(legal, [line([100, 0], [100, 100])], "followsWater");
	expect([follows(wet, "followsWater"), hasArcFlag(wet, middle, "legal")]).toEqual([true, true]);
	const dry = markFollowing(wet, [], "followsWater");
	expect([follows(dry, "followsWater"), hasArcFlag(dry, middle, "legal")]).toEqual([false, true]);
	expect(hasArcFlag(withArcFlag(dry, [middle], "legal", false), middle, "legal")).toBe(false);
	expect(hasArcFlag(tiling, middle, "legal")).toBe(false);
});

test("a flag for an arc that is not there is a bug", () => {
	expect(() => withArcFlag(tiling, [99], "locked")).toThrow("No arc 99");
});
