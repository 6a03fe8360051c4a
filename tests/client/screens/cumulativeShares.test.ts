import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { cumulativeShares, homesInside } from "../../../client/screens/city/cumulativeShares.ts";

const residences = {
	ids: ["a", "b", "c"],
	lon: Float64Array.of(0.5, 1.5, 2.5),
	lat: Float64Array.of(0.5, 0.5, 0.5),
	residents: Uint32Array.of(50, 30, 20),
	speedMPerMin: Float32Array.of(60, 60, 60),
};
const times = {
	meta: {
		category: "X",
		mode: "any" as const,
		facilityIds: [],
		limit: 15,
		limitUnit: "minutes" as const,
	},
	costDm: Uint32Array.of(3000, 6000, 0xffff_ffff), // 5 min, 10 min, not reached
	facility: new Int32Array(3),
	within: Uint8Array.of(1, 1, 0),
	reason: Uint8Array.of(0, 0, 1),
};
const walks = { residences, times, classes: null, bands: null };
const at = (curve: [number, number][], minutes: number) =>
	curve.find(([walk]) => walk >= minutes)?.[1];

test("the curve counts residents, never falls, and the unreached stay in the denominator", () => {
	const curve = cumulativeShares(walks, null);
	expect(at(curve, 5)).toBeCloseTo(50);
	expect(at(curve, 10)).toBeCloseTo(80);
	expect(curve.at(-1)).toEqual([15, 80]);
	expect(curve.every(([, pct], i) => i === 0 || pct >= curve[i - 1][1])).toBe(true);
});

test("a unit's curve counts only who lives inside it", () => {
	const unit: Polygon = {
		type: "Polygon",
		coordinates: [
			[
				[1, 0],
				[2, 0],
				[2, 1],
				[1, 1],
				[1, 0],
			],
		],
	};
	const inside = homesInside(residences, unit);
	expect([...inside]).toEqual([0, 1, 0]);
	expect(cumulativeShares(walks, inside).at(-1)?.[1]).toBe(100);
});
