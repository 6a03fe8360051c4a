import { describe, expect, test } from "vitest";
import { segmentsCross } from "../../../planning/geo/crossing.ts";
import { distanceM, metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import { hilbertIndex } from "../../../planning/geo/hilbert.ts";

describe("distances on the ellipsoid", () => {
	test("a degree of latitude at the equator and at the pole has its published length", () => {
		expect(metresPerDegree(0).latM).toBeCloseTo(110_574.3, 0);
		expect(metresPerDegree(90).latM).toBeCloseTo(111_693.9, 0);
		expect(metresPerDegree(0).lonM).toBeCloseTo(111_319.5, 0);
	});

	test("is the same there and back", () => {
		expect(distanceM([121.47, 31.23], [121.48, 31.24])).toBe(
			distanceM([121.48, 31.24], [121.47, 31.23]),
		);
	});
});

describe("crossing segments", () => {
	test("an X crosses, a T touched from one side and parallels do not", () => {
		expect(segmentsCross(0, 0, 2, 2, 0, 2, 2, 0)).toBe(true);
		expect(segmentsCross(0, 0, 2, 0, 1, 1, 1, 3)).toBe(false);
		expect(segmentsCross(0, 0, 2, 0, 0, 1, 2, 1)).toBe(false);
	});

	test("a line through the corner of two barrier segments is stopped exactly once", () => {
		const first = segmentsCross(1, 0, 1, 2, 0, 1, 1, 1);
		const second = segmentsCross(1, 0, 1, 2, 1, 1, 2, 1);
		expect(Number(first) + Number(second)).toBe(1);
	});
});

test("the Hilbert curve steps to a neighbour each time, over its first 4,096 squares", () => {
	const place = new Map<number, [number, number]>();
	for (let x = 0; x < 64; x++) for (let y = 0; y < 64; y++) place.set(hilbertIndex(x, y), [x, y]);
	for (let i = 0; i + 1 < 4_096; i++) {
		const [a, b] = [place.get(i), place.get(i + 1)] as [[number, number], [number, number]];
		expect(Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])).toBe(1);
	}
});
