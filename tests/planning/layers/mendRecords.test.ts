// Steps on the records of a layer: what was agreed to is done, in any order, and nothing else is touched.
import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import type { UnitRecord } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { mendRecords } from "../../../planning/layers/mend/mendRecords.ts";
import { suggestSteps } from "../../../planning/layers/mend/suggestSteps.ts";
import { NO_REFERENCE } from "../../../planning/layers/Reference.ts";
import { fitIssuesOf } from "../../../planning/partition/fitIssues.ts";
import type { MendStep } from "../../../planning/wire/mends.ts";
import { gridCity, type RectM } from "../../scenes/gridCity.ts";
import { at } from "../../scenes/streetScene.ts";

function unitsOf(areas: Readonly<Record<string, readonly RectM[]>>): UnitRecord[] {
	const units = Object.entries(areas).map(([code, rects]) => ({
		kind: "committee" as const,
		code,
		name: `${code}号`,
		areas: rects,
	}));
	return [...gridCity({ units }).units];
}

const place = (x: number, y: number): [number, number] => {
	const [lon, lat] = at(x, y);
	return [lon, lat];
};
const mend = (units: readonly UnitRecord[], ...steps: MendStep[]) =>
	mendRecords("divisions", units, steps, NO_REFERENCE);
const openIn = (units: readonly UnitRecord[], left: readonly LonLat[] = []) =>
	fitIssuesOf(units, { level: "committee", isCellLevel: true, left }).filter(
		({ isLeft }) => isLeft !== true,
	);
const roundM2 = (units: readonly UnitRecord[], code: string) =>
	Math.round(areaM2(units.find((unit) => unit.code === code)?.polygons ?? []) / 10) * 10;

/** A and B overlap by 10 m, B and C leave 4 m between, D and E are sound, Z lies apart. */
const CITY = unitsOf({
	A: [[0, 0, 110, 100]],
	B: [[100, 0, 200, 100]],
	C: [[204, 0, 300, 100]],
	D: [[0, 100, 300, 200]],
	E: [[0, -100, 300, 0]],
	Z: [[1000, 1000, 1100, 1100]],
});
const OVERLAP = place(105, 50);
const GAP = place(202, 50);

describe("an overlap of 1,000 m² and a gap of 400 m²", () => {
	test("given away leave nothing open, and untouched units are the same objects", () => {
		const steps: MendStep[] = [
			{ op: "give", at: OVERLAP, to: "B" },
			{ op: "give", at: GAP, to: "C" },
		];
		const { records, reports } = mend(CITY, ...steps);
		expect(openIn(CITY)).toHaveLength(2);
		expect(openIn(records)).toEqual([]);
		expect(["A", "B", "C"].map((code) => roundM2(records, code))).toEqual([10_000, 10_000, 10_000]);
		const untouched = records.filter((unit) => CITY.includes(unit)).map(({ code }) => code);
		expect(untouched).toEqual(expect.arrayContaining(["Z", "B"]));
		expect(reports.map(({ troubles }) => troubles)).toEqual([
			{ before: 2, after: 1 },
			{ before: 1, after: 0 },
		]);
		expect(
			reports[0].areas.map(({ code, beforeM2, afterM2 }) => [
				code,
				Math.round((afterM2 - beforeM2) / 10),
			]),
		).toEqual([["A", -100]]);
		expect(reports[0].words.zh).toMatch(/^重叠 1,00\d ㎡ 归B号$/);
	});

	test("corners that mended units share with untouched ones are theirs to the last digit", () => {
		const { records } = mend(CITY, { op: "give", at: OVERLAP, to: "B" });
		const cornersOf = (code: string) =>
			(records.find((unit) => unit.code === code)?.polygons ?? []).flat(2).map(String);
		expect(cornersOf("A")).toContain(String(at(0, 0)));
		expect(cornersOf("A")).toContain(String(at(0, 100)));
		expect(cornersOf("A")).toContain(String(at(100, 0)));
	});

	test("an overlap nobody decided on stays with both", () => {
		const { records } = mend(CITY, { op: "give", at: GAP, to: "B" });
		expect(openIn(records).map(({ code }) => code)).toEqual(["division.overlap"]);
		expect(roundM2(records, "A")).toBe(11_000);
		expect(roundM2(records, "B")).toBe(10_400);
	});

	test("a gap left on purpose is told as left, also after lines moved", () => {
		const { records, left } = mend(
			CITY,
			{ op: "leave", at: GAP },
			{ op: "divide-overlaps", at: null },
		);
		expect(left).toHaveLength(1);
		expect(openIn(records, left)).toEqual([]);
		expect(openIn(records).map(({ code }) => code)).toEqual(["division.gap"]);
		expect(roundM2(records, "A")).toBe(10_500);
	});

	test.each([
		[0, 1, 2],
		[2, 1, 0],
		[1, 2, 0],
		[1, 0, 2],
	])("comes out sound in whatever order: %d %d %d", (...order) => {
		const steps: MendStep[] = [
			{ op: "divide-overlaps", at: [OVERLAP] },
			{ op: "give", at: GAP, to: "B" },
			{ op: "snap-borders", toleranceM: 0.5 },
		];
		const { records } = mend(CITY, ...order.map((i) => steps[i]));
		expect(openIn(records)).toEqual([]);
		expect(roundM2(records, "A")).toBe(10_500);
		expect(roundM2(records, "B")).toBe(9_900);
	});

	test("fewer steps give back what there was", () => {
		expect(mend(CITY).records.every((unit, i) => unit === CITY[i])).toBe(true);
	});

	test("a step whose place holds nothing, or whose unit is unknown, says so and the others go on", () => {
		const { reports, records } = mend(
			CITY,
			{ op: "give", at: place(50, 50), to: "A" },
			{ op: "give", at: GAP, to: "Q" },
			{ op: "leave", at: OVERLAP },
			{ op: "give", at: GAP, to: "B" },
		);
		expect(reports.map(({ idle }) => idle === null)).toEqual([false, false, false, true]);
		expect(openIn(records)).toHaveLength(1);
	});
});

test("borders 40 cm apart become one line within half a metre, and the report says how far they moved", () => {
	const apart = unitsOf({ A: [[0, 0, 100, 100]], B: [[100.4, 0, 200, 100]] });
	const { records, reports } = mend(apart, { op: "snap-borders", toleranceM: 0.5 });
	expect(openIn(records)).toEqual([]);
	expect(reports[0].touched).toBeGreaterThan(0);
	expect(reports[0].largestMoveM).toBeCloseTo(0.4, 1);
	expect(reports[0].words.zh).toMatch(/^对齐未共用的边界 \d+ 个顶点，最大移动 0\.[34]\d 米$/);
});

test("slivers go to the neighbour with the longer border", () => {
	const thin = unitsOf({ A: [[0, 0, 100, 100]], B: [[99.5, 0, 200, 100]] });
	const { records, reports } = mend(thin, { op: "give-slivers" });
	expect(openIn(records)).toEqual([]);
	expect(reports[0].words.zh).toBe("细缝并入共边较长的邻居 1 处，50 ㎡");
});

describe("names and values", () => {
	test("names are unified by code; a step that changes none says so", () => {
		const names = [{ code: "A", from: "A号", to: "甲" }];
		const { records, reports } = mend(CITY, { op: "unify-names", names });
		expect(records.find(({ code }) => code === "A")?.name).toBe("甲");
		expect(reports).toMatchObject([{ touched: 1, idle: null }]);
		expect(mend(records, { op: "unify-names", names }).reports[0].idle).not.toBeNull();
	});

	test("a value is set where it can be one, and refused with a reason where not", () => {
		const set = (field: string, value: string | null) =>
			mend(CITY, { op: "set-value", id: "A", field, value });
		expect(set("declaredResidents", "120").records[0].declaredResidents).toBe(120);
		expect(set("declaredResidents", null).records[0].declaredResidents).toBeNull();
		for (const [field, value] of [
			["declaredResidents", "-1"],
			["zone", "moon"],
			["polygons", "x"],
			["name", ""],
		] as const)
			expect(set(field, value).reports[0].idle).not.toBeNull();
	});
});

describe("suggestions", () => {
	const numbered = (units: readonly UnitRecord[]) =>
		openIn(units).map(({ code, at: { lon, lat }, about }, i) => ({
			number: i + 1,
			code,
			row: null,
			lon: lon ?? null,
			lat: lat ?? null,
			...(about === undefined ? {} : { about }),
		}));
	const suggested = (units: readonly UnitRecord[]) =>
		suggestSteps("divisions", units, numbered(units), NO_REFERENCE);

	test("applied in their order leave nothing open", () => {
		const suggestions = suggested(CITY);
		expect(suggestions.map(({ step }) => step.op)).toEqual(["divide-overlaps", "give"]);
		expect(suggestions.flatMap(({ issues }) => issues)).toEqual([1, 2]);
		const { records } = mend(CITY, ...suggestions.map(({ step }) => step));
		expect(openIn(records)).toEqual([]);
	});

	test("leave a wide gap to the person: it may be a lake", () => {
		const lake = unitsOf({
			A: [[0, 0, 100, 30]],
			B: [[0, 70, 100, 100]],
			C: [[0, 30, 30, 70]],
			D: [[70, 30, 100, 70]],
		});
		expect(numbered(lake)).toHaveLength(1);
		expect(suggested(lake)).toEqual([]);
	});

	test("fill in a missing code from the unit in force of that name, and its way of writing names", () => {
		const [a, b] = CITY;
		const standing = [
			{ ...a, code: "990106009000", name: "梧里街道" },
			{ ...b, name: "柳浦街道" },
		];
		const issues = [
			{
				number: 4,
				code: "code.empty",
				row: 9,
				lon: null,
				lat: null,
				cell: { column: "编码", name: "梧里街道办事处" },
			},
			{ number: 5, code: "name.variant", row: 5, lon: null, lat: null },
		];
		const records = [{ ...b, name: "柳浦街道办事处" }];
		const suggestions = suggestSteps("divisions", records, issues, {
			...NO_REFERENCE,
			units: standing,
		});
		expect(suggestions.map(({ step, issues }) => [step, issues])).toEqual([
			[{ op: "set-cell", row: 9, column: "编码", value: "990106009000" }, [4]],
			[{ op: "unify-names", names: [{ code: "B", from: "柳浦街道办事处", to: "柳浦街道" }] }, [5]],
		]);
		expect(suggestions[0].title.zh).toBe("按上一版填入 990106009000");
	});

	test("mend single shapes by the rows that need it", () => {
		const issue = { row: 3, lon: null, lat: null };
		const codes = ["geometry.duplicate-vertex", "geometry.spike", "geometry.self-crossing"];
		const issues = codes.map((code, i) => ({ ...issue, code, number: i + 1 }));
		const steps = suggestSteps("land", [], issues, NO_REFERENCE).map(({ step }) => step);
		expect(steps).toEqual([
			{ op: "drop-duplicate-vertices" },
			{ op: "remove-spikes" },
			{ op: "make-valid", rows: [3] },
		]);
	});
});
