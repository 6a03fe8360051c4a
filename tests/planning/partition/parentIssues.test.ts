import { describe, expect, test } from "vitest";
import type { UnitRecord } from "../../../planning/city/records.ts";
import { parentIssues } from "../../../planning/partition/parentIssues.ts";
import { gridCity, type PlanUnit } from "../../scenes/gridCity.ts";

const unitsOf = (...units: readonly PlanUnit[]): UnitRecord[] => [...gridCity({ units }).units];
const child = (code: string, ...areas: PlanUnit["areas"]): PlanUnit => ({
	kind: "committee",
	code,
	parentCode: "P",
	areas,
});
const parents = unitsOf({ kind: "street", code: "P", areas: [[0, 0, 200, 100]] });
const issuesOf = (...children: readonly PlanUnit[]) => parentIssues(unitsOf(...children), parents);

describe("children and their parent", () => {
	test("that they tile say nothing", () => {
		expect(issuesOf(child("A", [0, 0, 100, 100]), child("B", [100, 0, 200, 100]))).toEqual([]);
	});

	test("that they leave ground of are told with area and place", () => {
		const [issue, ...rest] = issuesOf(child("A", [0, 0, 100, 100]), child("B", [100, 0, 200, 60]));
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({
			code: "division.parent-not-filled",
			severity: "info",
			about: ["P"],
		});
		expect(Math.round((issue.areaM2 ?? 0) / 10)).toBe(400);
		expect(issue.at.lon).toBeTypeOf("number");
	});

	test("that one reaches beyond are told by child and parent", () => {
		const [issue, ...rest] = issuesOf(child("A", [0, 0, 100, 100]), child("B", [100, 0, 200, 120]));
		expect(rest).toEqual([]);
		expect(issue).toMatchObject({ code: "division.outside-parent-area", about: ["B", "P"] });
		expect(Math.round((issue.areaM2 ?? 0) / 10)).toBe(200);
	});

	test("half a metre apart, as borders drawn twice are, say nothing", () => {
		expect(issuesOf(child("A", [0, 0, 100, 100.4]), child("B", [100, 0, 199.6, 100]))).toEqual([]);
	});

	test("of which none was handed in are not judged", () => {
		const other = { ...child("A", [0, 0, 50, 50]), parentCode: "Q" };
		expect(issuesOf(other)).toEqual([]);
	});
});
