import { expect, test } from "vitest";
import { nestingIssues } from "../../../planning/partition/nestingIssues.ts";
import { gridCity, type PlanUnit } from "../../scenes/gridCity.ts";

const units = (...plan: PlanUnit[]) => gridCity({ units: plan }).units;
const S: PlanUnit = { kind: "street", code: "S", name: "南街道", areas: [[0, 0, 1_000, 1_000]] };
const T: PlanUnit = {
	kind: "street",
	code: "T",
	name: "北街道",
	areas: [[0, 1_000, 1_000, 2_000]],
};
const C: PlanUnit = {
	kind: "committee",
	code: "C",
	name: "桥头居委会",
	areas: [[0, 0, 1_000, 1_100]],
};

test("a committee over the border is told with names, square metres, place and both choices", () => {
	const [issue, ...rest] = nestingIssues(units(S, T, C), "committee");
	expect(rest).toEqual([]);
	expect(issue).toMatchObject({ code: "division.border-differs", severity: "info" });
	expect(issue.message.zh).toMatch(
		/^桥头居委会有 \d+ 平方米不在所属的街镇南街道内，而在北街道。请选择：以基础格的边界为准，或沿街镇边界切开。$/,
	);
	expect(issue.message.en).toContain("Choose: take the cell's border, or cut the cell.");
	const m2 = Number(/有 (\d+) 平方米/.exec(issue.message.zh)?.[1]);
	expect(Math.abs(m2 - 100_000)).toBeLessThan(500);
	const place = [issue.at.lon ?? 0, issue.at.lat ?? 0];
	const north = units(T)[0].polygons[0][0];
	expect(place[1]).toBeGreaterThan(north[0][1]); // in the street that it is not of
});

test("layers that fit say nothing, and another layer's misfit is not told again", () => {
	expect(nestingIssues(units(S, T, { ...C, areas: [[0, 0, 1_000, 1_000]] }), "street")).toEqual([]);
	const district: PlanUnit = { kind: "district", code: "D", areas: [[0, 0, 1_000, 2_000]] };
	expect(nestingIssues(units(S, T, C, district), "district")).toEqual([]);
	expect(nestingIssues(units(S, T, C, district), "street")).toHaveLength(1);
});

test("before committees are there, circles are not held against streets", () => {
	const circle: PlanUnit = { kind: "circle", code: "K", areas: [[0, 0, 500, 1_500]] };
	expect(nestingIssues(units(S, T, circle), "circle")).toEqual([]);
	expect(nestingIssues(units(S, T, circle, C), "circle").map(({ code }) => code)).toEqual([
		"division.border-differs",
	]);
});
