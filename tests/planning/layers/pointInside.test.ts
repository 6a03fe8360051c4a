import fc from "fast-check";
import { expect, test } from "vitest";
import { sideOf } from "../../../planning/city/pointInPolygon.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { pointInside } from "../../../planning/layers/pointInside.ts";

test("the point of a frame is not in its hole", () => {
	const ring = (low: number, high: number): LonLat[] => [
		[low, low],
		[high, low],
		[high, high],
		[low, high],
		[low, low],
	];
	const frame = [[ring(0, 10), ring(2, 8)]];
	expect(sideOf(pointInside(frame), frame[0])).toBe("inside");
});

test("the point inside lies inside, whatever the star", () => {
	const radii = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), {
		minLength: 3,
		maxLength: 30,
	});
	fc.assert(
		fc.property(radii, (lengths) => {
			const ring = lengths.map((length, i): LonLat => {
				const angle = (2 * Math.PI * i) / lengths.length;
				return [121 + length * Math.cos(angle), 31 + length * Math.sin(angle)];
			});
			const star = [[[...ring, ring[0]]]];
			expect(sideOf(pointInside(star), star[0])).toBe("inside");
		}),
	);
});
