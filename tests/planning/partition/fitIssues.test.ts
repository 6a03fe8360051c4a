import { describe, expect, test } from "vitest";
import type { UnitKind, UnitRecord } from "../../../planning/city/records.ts";
import { fitIssues } from "../../../planning/partition/fitIssues.ts";
import { gridCity, type RectM } from "../../scenes/gridCity.ts";
import { at } from "../../scenes/streetScene.ts";

/** Rectangles in metres, a unit per entry. */
function unitsOf(areas: Readonly<Record<string, readonly RectM[]>>, kind: UnitKind): UnitRecord[] {
	const units = Object.entries(areas).map(([code, rects]) => ({
		kind,
		code,
		name: `${code}号`,
		areas: rects,
	}));
	return [...gridCity({ units }).units];
}
const issuesOf = (
	areas: Readonly<Record<string, readonly RectM[]>>,
	kind: UnitKind = "committee",
	isCellLevel = true,
) => fitIssues(unitsOf(areas, kind), kind, isCellLevel);
const kindsOf = (...given: Parameters<typeof issuesOf>) =>
	issuesOf(...given).map(({ severity, code }) => `${severity} ${code}`);

/** A unit of rings in metres. */
function drawn(code: string, ...rings: readonly (readonly (readonly [number, number])[])[]) {
	const [unit] = unitsOf({ [code]: [[0, 0, 1, 1]] }, "committee");
	return { ...unit, polygons: [rings.map((ring) => [...ring, ring[0]].map(([x, y]) => at(x, y)))] };
}

describe("overlaps", () => {
	test("are told with both names, square metres, the place, the rule and the choices", () => {
		const [issue, ...rest] = issuesOf({ B: [[90, 0, 200, 100]], A: [[0, 0, 100, 100]] });
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({
			code: "division.overlap",
			severity: "warning",
			about: ["A", "B"],
		});
		expect(Math.round((issue.areaM2 ?? 0) / 10)).toBe(100);
		expect(issue.message.zh).toBe(
			"A号与 B号重叠 1000 平方米。未决定前，归编码最小的 A号。请选择：归其中一个、沿中线分开，或改好边界再导入。",
		);
		expect(issue.message.en).toContain(
			"A号 A and B号 B overlap by 1000 m². Until decided, A号 A has",
		);
		const [west, south] = at(89, -1);
		const [east, north] = at(101, 101);
		expect(issue.at.lon).toBeGreaterThan(west);
		expect(issue.at.lon).toBeLessThan(east);
		expect(issue.at.lat).toBeGreaterThan(south);
		expect(issue.at.lat).toBeLessThan(north);
	});

	test("of the same two units are one issue with its places and the largest of them", () => {
		const [issue, ...rest] = issuesOf({
			A: [[0, 0, 100, 1_000]],
			B: [
				[80, 0, 200, 50],
				[90, 100, 200, 200],
			],
		});
		expect(rest).toEqual([]);
		expect(issue.message.zh).toContain("重叠 2000 平方米（2 处，最大 1000 平方米）");
	});

	test("above the cells do not decide by codes: the share of each cell does", () => {
		const [issue] = issuesOf({ A: [[0, 0, 100, 100]], B: [[90, 0, 200, 100]] }, "street", false);
		expect(issue.message.zh).toContain("各基础格归占其面积最大的一个");
		expect(issue.message.zh).not.toContain("编码最小");
	});

	test("up to 100 m² are for information", () => {
		const [issue] = issuesOf({ A: [[0, 0, 100, 40]], B: [[98, 0, 200, 40]] });
		expect(issue).toMatchObject({ code: "division.overlap", severity: "info" });
	});

	test("of one unit drawn twice under two codes are all of its area", () => {
		const [issue] = issuesOf({ A: [[0, 0, 100, 100]], B: [[0, 0, 100, 100]] });
		expect(issue.message.zh).toContain("重叠 10000 平方米");
	});
});

describe("gaps", () => {
	/** A frame around a hole of 40 m × 40 m. */
	const AROUND: Readonly<Record<string, readonly RectM[]>> = {
		A: [[0, 0, 100, 30]],
		B: [[0, 70, 100, 100]],
		C: [[0, 30, 30, 70]],
		D: [[70, 30, 100, 70]],
	};

	test("name three neighbours and count the rest, and belong to nobody", () => {
		const [issue, ...rest] = issuesOf(AROUND);
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({ code: "division.gap", severity: "warning" });
		expect(issue.message.zh).toContain(
			"A号、B号、C号等 4 个单元之间有空隙 1600 平方米，不属于任何居村委",
		);
		expect(issue.message.en).toContain("and 1 more units a gap of 1600 m² belongs to no committee");
	});

	test.each(["circle", "bmu"] as const)(
		"of a level that need not cover the city (%s) are none; overlaps are",
		(kind) => {
			expect(kindsOf(AROUND, kind, false)).toEqual([]);
			expect(kindsOf({ ...AROUND, E: [[20, 20, 80, 80]] }, kind, false)).toEqual(
				Array(4).fill("warning division.overlap"),
			);
		},
	);

	test("in a large hole are told in square kilometres", () => {
		const [issue] = issuesOf({
			A: [[0, 0, 2_000, 100]],
			B: [[0, 1_100, 2_000, 1_200]],
			C: [[0, 100, 100, 1_100]],
			D: [[1_900, 100, 2_000, 1_100]],
		});
		expect(issue.message.zh).toContain("空隙 1.80 平方公里");
	});
});

describe("lines that nearly meet", () => {
	test("a strip of half a metre is a sliver, for information, whichever way it lies", () => {
		const sliver = { A: [[0, 0, 100, 100]], B: [[99.5, 0, 200, 100]] } as const;
		const [issue] = issuesOf(sliver);
		expect(issue).toMatchObject({ code: "division.sliver", severity: "info" });
		expect(issue.message.zh).toContain("1 处细缝（平均宽不足 1 米）共 50 平方米");
	});

	test("an open strip of two metres is an unshared border with its length", () => {
		const [issue, ...rest] = issuesOf({ A: [[0, 0, 100, 100]], B: [[102, 0, 200, 100]] });
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({ code: "division.unshared-border", severity: "info" });
		expect(issue.message.zh).toContain("边界有 100 米相距不到 5 米而不重合");
		expect(kindsOf({ A: [[0, 0, 100, 100]], B: [[102, 0, 200, 100]] }, "circle")).toEqual([]);
	});

	test("units that share their border say nothing", () => {
		expect(kindsOf({ A: [[0, 0, 100, 100]], B: [[100, 0, 200, 100]] })).toEqual([]);
	});
});

describe("rings", () => {
	const square = (west: number, south: number, size: number) =>
		[
			[west, south],
			[west + size, south],
			[west + size, south + size],
			[west, south + size],
		] as const;
	const kinds = (...units: UnitRecord[]) =>
		fitIssues(units, "committee", true).map(({ severity, code }) => `${severity} ${code}`);

	test("a bow-tie, told when the file is read, is not told again", () => {
		const bowTie = drawn("A", [
			[0, 0],
			[100, 100],
			[100, 0],
			[0, 100],
		]);
		expect(kinds(bowTie)).toEqual([]);
	});

	test("a ring walked twice, which crosses nothing, is told here", () => {
		expect(kinds(drawn("A", [...square(0, 0, 100), ...square(0, 0, 100)]))).toEqual([
			"info division.self-crossing",
		]);
	});

	test("a hole beside its outline and a spike are told", () => {
		expect(kinds(drawn("A", square(0, 0, 100), square(200, 0, 50)))).toEqual([
			"info division.hole-outside",
		]);
		const spiked = [...square(0, 0, 100), [0, 150], [0, 100]] as const;
		expect(kinds(drawn("A", spiked))).toEqual(["info division.spike"]);
	});

	test("a unit at (0, 0), far from the city, is left out and the city keeps its plane", () => {
		const [a, b] = unitsOf({ A: [[0, 0, 100, 100]], B: [[90, 0, 200, 100]] }, "committee");
		const corners = [
			[0, 0],
			[0.01, 0],
			[0.01, 0.01],
			[0, 0],
		] as const;
		const stray = { ...a, code: "Z", name: "远方", polygons: [[corners]] };
		const issues = fitIssues([stray, a, b], "committee", true);
		expect(issues.map(({ code }) => code)).toEqual(["division.too-far", "division.overlap"]);
		expect(issues[0]).toMatchObject({ severity: "info", at: { lon: 0, lat: 0 } });
		expect(issues[1].message.zh).toContain("重叠 1000 平方米");
	});
});
