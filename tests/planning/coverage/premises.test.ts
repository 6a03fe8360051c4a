// Floor areas of real committee papers (普陀区, 2020–2024): office and activity rooms stand in for 综合服务设施.
import { describe, expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { City, FlagCode } from "../../../planning/coverage/analysis.ts";
import { locate } from "../../../planning/coverage/located.ts";
import { premisesOf } from "../../../planning/coverage/premises.ts";
import { unitStatistics } from "../../../planning/coverage/unitStatistics.ts";
import { type Door, gridCity, type PlanUnit } from "../../scenes/gridCity.ts";

function committee(
	households: number,
	doors: readonly Door[],
	more: readonly PlanUnit[] = [],
): City {
	return gridCity({
		units: [...more, { kind: "committee", code: "C1", areas: [[-50, -50, 1050, 1050]] }],
		homes: [{ at: [0, 0], residents: 3 * households, households }],
		doors,
	});
}
const office = (floorAreaM2: number | null, more: Partial<Door> = {}): Door => ({
	category: "ADM-NC",
	at: [0, 0],
	premisesId: "P1",
	floorAreaM2,
	...more,
});
const activity = (floorAreaM2: number): Door => ({ ...office(floorAreaM2), category: "CUL-RM" });
const has = (city: City, code: FlagCode) => analyse(city).flags.some(({ flag }) => flag === code);
const per100 = (city: City) => unitStatistics(locate(city)).find(({ unit }) => unit.code === "C1");

describe.each([
	{
		name: "圣都汇",
		households: 1_333,
		officeM2: 260,
		activityM2: 200,
		per100M2: 34.5,
		meets35: false,
		meets300: true,
	},
	{
		name: "申兴华庭",
		households: 1_011,
		officeM2: 220,
		activityM2: 502,
		per100M2: 71.4,
		meets35: true,
		meets300: true,
	},
	{
		name: "城市之星",
		households: 1_321,
		officeM2: 363,
		activityM2: 335,
		per100M2: 52.8,
		meets35: true,
		meets300: true,
	},
	{
		name: "洵阳新村第一",
		households: 1_070,
		officeM2: 150,
		activityM2: 102,
		per100M2: 23.6,
		meets35: false,
		meets300: false,
	},
])("$name", ({ households, officeM2, activityM2, per100M2, meets35, meets300 }) => {
	const city = committee(households, [office(officeM2), activity(activityM2)]);

	test(`has ${per100M2} m² per 100 households`, () => {
		expect(per100(city)?.floorAreaPer100HouseholdsM2?.toFixed(1)).toBe(String(per100M2));
		expect(per100(city)?.isConforming).toBe(meets35 && meets300);
	});

	test("is flagged for what it lacks, and for nothing else", () => {
		expect(has(city, "floor-area-short")).toBe(!meets35);
		expect(has(city, "facility-too-small")).toBe(!meets300);
	});
});

test("one building that two centres share counts once", () => {
	const doors = ["ADM-ISF", "ADM-PSC"].map((category): Door => ({ ...office(400), category }));
	expect(premisesOf(locate(committee(1_000, doors))).map(({ areaM2 }) => areaM2)).toEqual([400]);
});

test("different rooms of one building are summed; service and office rooms make the floor area when it is missing", () => {
	const rooms = [
		office(180),
		{ ...office(null, { serviceAreaM2: 100, officeAreaM2: 50 }), category: "ADM-PSC" },
	];
	const [premises] = premisesOf(locate(committee(1_000, rooms)));
	expect(premises).toMatchObject({ areaM2: 330, serviceAreaM2: 100, officeAreaM2: 50 });
});

test("a cultural room alone counts towards the sum but is never too small", () => {
	const city = committee(100, [activity(50)]);
	expect(has(city, "facility-too-small")).toBe(false);
	expect(per100(city)?.floorAreaPer100HouseholdsM2).toBe(50);
});

test("a street sums the premises of every unit beneath it", () => {
	const street: PlanUnit = { kind: "street", code: "S1", areas: [[-50, -50, 1050, 1050]] };
	const city = committee(
		1_000,
		[office(300), { ...office(400), premisesId: "P2", category: "ADM-PSC", operatorCode: "S1" }],
		[street],
	);
	const byCode = new Map(
		unitStatistics(locate(city)).map((row) => [row.unit.code, row.premisesAreaM2]),
	);
	expect([byCode.get("C1"), byCode.get("S1")]).toEqual([300, 700]);
});

test("without households, or with an area unknown, nothing is judged", () => {
	expect(per100(committee(0, [office(10)]))?.floorAreaPer100HouseholdsM2).toBeNull();
	expect(has(committee(0, [office(10)]), "floor-area-short")).toBe(false);
	expect(has(committee(1_000, [office(null)]), "floor-area-short")).toBe(false);
});

test("declared households decide where committed", () => {
	const city = gridCity({
		units: [
			{ kind: "committee", code: "C1", areas: [[-50, -50, 1050, 1050]], declaredHouseholds: 800 },
		],
		homes: [{ at: [0, 0], households: 1_000 }],
		doors: [office(320)],
	});
	expect(per100(city)?.floorAreaPer100HouseholdsM2).toBe(40);
});
