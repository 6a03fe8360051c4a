import { expect, test } from "vitest";
import { lengthM, ringAreaOf } from "../../../client/map/measureFigures.ts";
import { scaleBar } from "../../../client/map/scaleBar.ts";
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";

const { lonM, latM } = metresPerDegree(30.9);
const at = (eastM: number, northM: number): LonLat => [120.6 + eastM / lonM, 30.9 + northM / latM];

test("a line's length is the sum of its pieces", () => {
	expect(lengthM([at(0, 0), at(300, 0), at(300, 400)])).toBeCloseTo(700, 1);
	expect(lengthM([at(0, 0)])).toBe(0);
});

test("a hectare is a hectare, whichever way round it is drawn", () => {
	const square = [at(0, 0), at(100, 0), at(100, 100), at(0, 100)];
	expect(ringAreaOf(square)).toBeCloseTo(10_000, -1);
	expect(ringAreaOf([...square].reverse())).toBeCloseTo(ringAreaOf(square), 3);
});

test("two points have no area", () => {
	expect(ringAreaOf([at(0, 0), at(100, 0)])).toBe(0);
});

test("a scale bar is round, fits, and is at least two fifths of what fits", () => {
	for (const metresPerPx of [0.3, 1, 2.7, 9.99, 150]) {
		const { lengthM: length, widthPx } = scaleBar(metresPerPx, 80);
		expect(String(length).replace(/[.0]/g, "")).toMatch(/^[125]$/);
		expect(widthPx).toBeLessThanOrEqual(80);
		expect(widthPx).toBeGreaterThanOrEqual(32);
	}
});
