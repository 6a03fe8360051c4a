// The 113 streets of Shanghai, from the file to the comparison: eleven pairs overlap, and end clean.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { UnitRecord } from "../../../planning/city/records.ts";
import { atRows } from "../../../planning/layers/atRows.ts";
import { compareRecords } from "../../../planning/layers/compare/compareRecords.ts";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import { mendRecords } from "../../../planning/layers/mend/mendRecords.ts";
import { suggestSteps } from "../../../planning/layers/mend/suggestSteps.ts";
import { NO_REFERENCE } from "../../../planning/layers/Reference.ts";
import { subdivide } from "../../../planning/partition/build/Subdivision.ts";
import { fitIssues } from "../../../planning/partition/fitIssues.ts";
import { geodata, geodataTest } from "../../server/imports/geodata.ts";
import { NO_OPTIONS } from "./rows.ts";

function checkedStreets() {
	const path = geodata("shanghai-boundaries/shanghai_streets_osm.geojson");
	const { features } = JSON.parse(readFileSync(path, "utf8"));
	const options = { ...NO_OPTIONS, columns: { code: "code12" }, level: "street" } as const;
	const check = new LayerCheck(unitReader, options, null);
	for (const [i, { properties, geometry }] of features.entries())
		check.add({ place: { feature: i + 1 }, properties, geometry });
	return check.finish();
}

/** Square metres of all that some unit claims. */
function unionM2(units: readonly UnitRecord[]): number {
	const { claims, graph } = subdivide(units);
	return claims.reduce(
		(sum, cells, face) => sum + (cells.length > 0 ? graph.twiceAreaCm2[face] / 2e4 : 0),
		0,
	);
}

const OVERLAPS = ["division.overlap", "division.sliver"];

geodataTest(
	"the streets of Shanghai overlap in eleven pairs, are mended by the suggested steps, and nothing else changes",
	{ timeout: 120_000 },
	() => {
		const { records, placeOf, leftOutCount, readCount } = checkedStreets();
		expect([readCount, leftOutCount]).toEqual([113, 0]);

		const issues = atRows(fitIssues(records, "street", true), placeOf);
		const pairs = issues.filter(
			({ code, severity }) => code === "division.overlap" && severity === "warning",
		);
		expect(pairs).toHaveLength(11);
		for (const { at, areaM2, about } of pairs) {
			expect(at.rows).toHaveLength(2);
			expect(about).toHaveLength(2);
			expect(areaM2).toBeGreaterThan(100);
			expect(at.lon).toBeGreaterThan(121);
			expect(at.lat).toBeGreaterThan(30);
		}

		const numbered = issues.map(({ code, at, about }, i) => ({
			number: i + 1,
			code,
			row: null,
			lon: at.lon ?? null,
			lat: at.lat ?? null,
			about: about ?? [],
		}));
		const suggestions = suggestSteps("divisions", records, numbered, NO_REFERENCE);
		const isDealtWith = new Set(suggestions.flatMap(({ issues }) => issues));
		for (const { number, code } of numbered)
			if (code === "division.overlap") expect(isDealtWith).toContain(number);

		// what concerns overlaps and slivers; gaps are for the person
		const steps = suggestions.map(({ step }) => step).filter(({ op }) => op !== "give");
		const { records: mended, reports } = mendRecords("divisions", records, steps, NO_REFERENCE);
		const after = fitIssues(mended, "street", true).map(({ code }) => code);
		expect(after.filter((code) => OVERLAPS.includes(code))).toEqual([]);
		expect(reports.every(({ areas, idle }) => idle === null && areas.length > 0)).toBe(true);

		// 28 units of 113 changed hands along 3,700 km of border: the union keeps its ground
		expect(Math.abs(unionM2(mended) / unionM2(records) - 1)).toBeLessThan(2e-6);
		const { counts } = compareRecords("divisions", records, mended);
		const isSame = mended.filter((unit, i) => unit === records[i]).length;
		expect(counts.unchanged).toBeGreaterThanOrEqual(isSame);
		expect(isSame).toBeGreaterThan(75);

		const undone = mendRecords("divisions", records, [], NO_REFERENCE);
		expect(undone.records.every((unit, i) => unit === records[i])).toBe(true);
	},
);
