import fc from "fast-check";
import { expect, test } from "vitest";
import { crowdBounds } from "../../../client/map/crowdBounds.ts";

test("five classes end at round numbers up to the peak", () => {
	expect(crowdBounds(7_300)).toEqual([500, 1_000, 2_000, 5_000]);
	expect(crowdBounds(1_000)).toEqual([100, 200, 500, 1_000]);
});

test("few people make few classes, and nobody makes one", () => {
	expect(crowdBounds(5)).toEqual([2, 5]);
	expect(crowdBounds(1)).toEqual([]);
	expect(crowdBounds(0)).toEqual([]);
});

test("bounds rise, are at most four, and the highest class has somebody in it", () => {
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 10_000_000 }), (peak) => {
			const bounds = crowdBounds(peak);
			expect(bounds.length).toBeLessThanOrEqual(4);
			expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
			expect(bounds.at(-1)).toBeLessThanOrEqual(peak);
			expect(2.5 * (bounds.at(-1) ?? 0)).toBeGreaterThanOrEqual(peak);
		}),
	);
});
