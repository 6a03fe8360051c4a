import fc from "fast-check";
import { expect, test } from "vitest";
import { areaDeg2 } from "../../../planning/city/planarArea.ts";
import { sharedAreaDeg2 } from "../../../planning/city/sharedArea.ts";
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";

function box(west: number, south: number, east: number, north: number): MultiPolygonRings {
	const ring: LonLat[] = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south],
	];
	return [[ring]];
}

test("two boxes share the box between them; apart or side by side they share nothing", () => {
	expect(sharedAreaDeg2(box(0, 0, 2, 2), box(1, 1, 3, 3))).toBeCloseTo(1, 12);
	expect(sharedAreaDeg2(box(0, 0, 1, 1), box(1, 0, 2, 1))).toBe(0);
	expect(sharedAreaDeg2(box(0, 0, 1, 1), box(5, 5, 6, 6))).toBe(0);
});

test("a hole is not shared", () => {
	const frame: MultiPolygonRings = [[...box(0, 0, 4, 4)[0], ...box(1, 1, 3, 3)[0]]];
	expect(areaDeg2(frame)).toBe(12);
	expect(sharedAreaDeg2(frame, box(0, 0, 2, 4))).toBeCloseTo(6, 12);
});

test("whatever the shapes: what two territories share is in both, and does not depend on their order", () => {
	const radii = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
		minLength: 3,
		maxLength: 12,
	});
	const star = (lengths: readonly number[], lon: number): MultiPolygonRings => {
		const ring = lengths.map((length, i): LonLat => {
			const angle = (2 * Math.PI * i) / lengths.length;
			return [lon + length * Math.cos(angle), 31 + length * Math.sin(angle)];
		});
		return [[[...ring, ring[0]]]];
	};
	fc.assert(
		fc.property(radii, radii, (first, second) => {
			const [a, b] = [star(first, 121), star(second, 121.5)];
			const shared = sharedAreaDeg2(a, b);
			expect(shared).toBeLessThanOrEqual(Math.min(areaDeg2(a), areaDeg2(b)) + 1e-9);
			expect(sharedAreaDeg2(b, a)).toBeCloseTo(shared, 6);
			expect(sharedAreaDeg2(a, a)).toBeCloseTo(areaDeg2(a), 6);
		}),
	);
});

test("a boundary that crosses itself gives a number, never a crash", () => {
	const bow: MultiPolygonRings = [
		[
			[
				[0, 0],
				[2, 2],
				[2, 0],
				[0, 2],
				[0, 0],
			],
		],
	];
	expect(sharedAreaDeg2(bow, box(0, 0, 2, 2))).toBeCloseTo(2, 1);
});
