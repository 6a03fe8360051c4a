import { describe, expect, test } from "vitest";
import { fitIssues } from "../../../planning/partition/fitIssues.ts";
import { gridCity, type PlanUnit } from "../../scenes/gridCity.ts";

const units = (...plan: PlanUnit[]) => gridCity({ units: plan }).units;
const street = (code: string, name: string, areas: PlanUnit["areas"]): PlanUnit => ({
	kind: "street",
	code,
	name,
	areas,
});
const west = street("W", "西街道", [[0, 0, 500, 1_000]]);
const east = (fromM: number) => street("E", "东街道", [[fromM, 0, 1_000, 1_000]]);
const codes = (...plan: PlanUnit[]) => fitIssues(units(...plan)).map(({ code }) => code);

test("units that fit say nothing, and no units neither", () => {
	expect(codes(west, east(500))).toEqual([]);
	expect(fitIssues([])).toEqual([]);
});

describe("what does not fit is told with names, size, place and choices", () => {
	test("an overlap of 20 m along a kilometre", () => {
		const [issue, ...rest] = fitIssues(units(west, east(480)));
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({ code: "division.overlap", severity: "info" });
		expect(issue?.message.zh).toMatch(
			/^东街道 E 与 西街道 W重叠 (19|20)\d{3} 平方米，暂归编码最小的 东街道 E。请划给一方，或沿中线分开。$/,
		);
		expect(issue?.message.en).toMatch(/overlap by (19|20)\d{3} m²; .*along its middle line\.$/);
		const eastOf = (unit: PlanUnit) =>
			units(unit).flatMap(({ polygons }) => polygons.flat(2).map(([lon]) => lon));
		expect(issue?.at.lon).toBeGreaterThanOrEqual(Math.min(...eastOf(east(480))) - 1e-7);
		expect(issue?.at.lon).toBeLessThanOrEqual(Math.max(...eastOf(west)) + 1e-7);
	});

	test("a border drawn twice, half a metre apart, is a sliver", () => {
		expect(codes(west, east(499.5))).toEqual(["division.sliver"]);
		expect(codes(west, east(500.5))).toEqual(["division.unshared-border"]);
	});

	test("a hole between four units is a gap, and names three of them", () => {
		const around = [
			street("A", "甲", [[0, 0, 1_000, 400]]),
			street("B", "乙", [[0, 400, 400, 600]]),
			street("C", "丙", [[600, 400, 1_000, 600]]),
			street("D", "丁", [[0, 600, 1_000, 1_000]]),
		];
		const [issue] = fitIssues(units(...around));
		expect(issue?.code).toBe("division.gap");
		expect(issue?.message.zh).toMatch(/^甲 A、乙 B、丙 C 等 4 个单元之间空出 (39|40)\d{3} 平方米/);
		expect(issue?.message.en).toContain("and 1 more belongs to no unit");
	});
});

test("circles need not cover the city: a gap between them is none, an overlap is one", () => {
	const circle = (code: string, areas: PlanUnit["areas"]): PlanUnit => ({
		kind: "circle",
		code,
		areas,
	});
	const ring = [
		circle("A", [[0, 0, 1_000, 400]]),
		circle("B", [[0, 400, 400, 600]]),
		circle("C", [[600, 400, 1_000, 600]]),
		circle("D", [[0, 600, 1_000, 1_000]]),
	];
	expect(codes(...ring)).toEqual([]);
	expect(codes(...ring, circle("E", [[100, 700, 200, 800]]))).toEqual(["division.overlap"]);
});
