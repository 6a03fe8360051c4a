// Steps on single features, in the coordinates of the file.
import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import type { LonLat, PolygonRings } from "../../../planning/geo/LonLat.ts";
import { FeatureMending } from "../../../planning/layers/mend/FeatureMending.ts";
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { selfCrossing } from "../../../planning/layers/selfCrossing.ts";
import type { MendStep } from "../../../planning/wire/mends.ts";
import { at } from "../../scenes/streetScene.ts";

type PlaceM = readonly [number, number];

function drawn(...rings: readonly (readonly PlaceM[])[]): SourceFeature {
	const coordinates = rings.map((ring) => [...ring, ring[0]].map(([x, y]) => at(x, y)));
	return {
		place: { row: 7 },
		properties: { name: "甲" },
		geometry: { type: "Polygon", coordinates },
	};
}

function mended(feature: SourceFeature, ...steps: MendStep[]) {
	const mending = new FeatureMending(steps);
	const result = mending.mend(feature);
	return { result, reports: mending.reports() };
}

const polygonsOf = (feature: SourceFeature | null) => {
	const { type, coordinates } = feature?.geometry ?? { type: "none" };
	return (type === "Polygon" ? [coordinates] : coordinates) as PolygonRings[];
};

test("repeated corners go, everything else stays to the last digit", () => {
	const feature = drawn([
		[0, 0],
		[100, 0],
		[100, 0],
		[100, 100],
	]);
	const { result, reports } = mended(feature, { op: "drop-duplicate-vertices" });
	expect(polygonsOf(result)).toEqual([[[at(0, 0), at(100, 0), at(100, 100), at(0, 0)]]]);
	expect(reports).toMatchObject([{ touched: 1, idle: null }]);
});

test("a spike goes however many corners it has, and the area is what it was", () => {
	const feature = drawn([
		[0, 0],
		[100, 0],
		[100, 50],
		[200, 50],
		[300, 50],
		[200, 50],
		[100, 50],
		[100, 100],
		[0, 100],
	]);
	const { result } = mended(feature, { op: "remove-spikes" });
	const [[ring]] = polygonsOf(result);
	expect(Math.max(...ring.map(([lon]) => lon))).toBe(at(100, 0)[0]);
	expect(areaM2(polygonsOf(result))).toBeCloseTo(areaM2(polygonsOf(feature)), 1);
});

describe("a bow-tie of two triangles of 2,500 m²", () => {
	const bowTie = drawn([
		[0, 0],
		[100, 100],
		[100, 0],
		[0, 100],
	]);

	test("becomes its two triangles, and the report says the area before and after", () => {
		const { result, reports } = mended(bowTie, { op: "make-valid", rows: null });
		expect(polygonsOf(result)).toHaveLength(2);
		expect(selfCrossing(polygonsOf(result))).toBeNull();
		expect(areaM2(polygonsOf(result))).toBeCloseTo(5_000, -1);
		expect(reports[0].words.zh).toMatch(/面积 \d 平?.*→ [45],\d{3} 平方米/);
	});

	test("keeps the corners it had to the last digit", () => {
		const { result } = mended(bowTie, { op: "make-valid", rows: null });
		const corners = polygonsOf(result).flat(2).map(String);
		for (const corner of [at(0, 0), at(100, 100), at(100, 0), at(0, 100)])
			expect(corners).toContain(String(corner));
	});

	test("is left alone when the step names other rows", () => {
		expect(mended(bowTie, { op: "make-valid", rows: [3] }).result).toBe(bowTie);
	});

	test("in metres of a plane stays in metres of that plane", () => {
		const ring = [
			[500_000, 3_450_000],
			[500_100, 3_450_100],
			[500_100, 3_450_000],
			[500_000, 3_450_100],
			[500_000, 3_450_000],
		];
		const feature = { ...bowTie, geometry: { type: "Polygon", coordinates: [ring] } };
		const toLonLat = (x: number, y: number): LonLat => at(x - 500_000, y - 3_450_000);
		const result = new FeatureMending([{ op: "make-valid", rows: null }], toLonLat).mend(feature);
		const xs = polygonsOf(result)
			.flat(2)
			.map(([x]) => x);
		expect([Math.min(...xs), Math.max(...xs)]).toEqual([500_000, 500_100]);
		expect(xs).toContain(500_050);
	});
});

test("a sound shape is the same object, and the step says that it had nothing to do", () => {
	const feature = drawn([
		[0, 0],
		[100, 0],
		[100, 100],
	]);
	const steps: MendStep[] = [
		{ op: "drop-duplicate-vertices" },
		{ op: "remove-spikes" },
		{ op: "make-valid", rows: null },
	];
	const { result, reports } = mended(feature, ...steps);
	expect(result).toBe(feature);
	expect(reports.every(({ idle }) => idle !== null)).toBe(true);
});

test("a cell is set in its row only; a row is left out; steps on borders are not ours", () => {
	const feature = drawn([
		[0, 0],
		[100, 0],
		[100, 100],
	]);
	const cell = { op: "set-cell", column: "name", value: "乙" } as const;
	expect(mended(feature, { ...cell, row: 7 }).result?.properties).toEqual({ name: "乙" });
	expect(mended(feature, { ...cell, row: 8 }).result).toBe(feature);
	expect(mended(feature, { op: "leave-out", rows: [7] }).result).toBeNull();
	expect(mended(feature, { op: "give-slivers" })).toEqual({ result: feature, reports: [] });
});
