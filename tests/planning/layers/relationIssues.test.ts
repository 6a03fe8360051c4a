import { describe, expect, test } from "vitest";
import type {
	FacilityRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../../planning/city/records.ts";
import { NO_REFERENCE, type Reference } from "../../../planning/layers/Reference.ts";
import { relationIssues } from "../../../planning/layers/relations/relationIssues.ts";
import { type Door, gridCity, type Home, rectangle } from "../../scenes/gridCity.ts";

/** District 1 of two streets, each of one committee; a pond in the east. */
const UNITS: readonly UnitRecord[] = gridCity({
	units: [
		{ kind: "district", code: "310101000000", name: "东城区", areas: [[0, 0, 1000, 500]] },
		{
			kind: "street",
			code: "310101001000",
			name: "柳浦街道",
			parentCode: "310101000000",
			areas: [[0, 0, 500, 500]],
		},
		{
			kind: "street",
			code: "310101002000",
			name: "云桥街道",
			parentCode: "310101000000",
			areas: [[500, 0, 1000, 500]],
		},
		{
			kind: "committee",
			code: "310101001001",
			name: "一居委",
			parentCode: "310101001000",
			areas: [[0, 0, 500, 500]],
			declaredResidents: 1_000,
		},
		{
			kind: "committee",
			code: "310101002001",
			name: "二居委",
			parentCode: "310101002000",
			areas: [[500, 0, 1000, 500]],
			declaredResidents: 1_000,
		},
	],
}).units;
const CITY: Reference = {
	...NO_REFERENCE,
	units: UNITS,
	water: [[rectangle([800, 200, 900, 300])]],
};

const facilities = (...doors: readonly Omit<Door, "category">[]): readonly FacilityRecord[] =>
	gridCity({ doors: doors.map((door) => ({ category: "EDU-PRI", ...door })) }).facilities;
const residences = (...homes: readonly Home[]): readonly ResidenceRecord[] =>
	gridCity({ homes }).residences;
const told = (...given: Parameters<typeof relationIssues>) =>
	relationIssues(...given).map(({ severity, code, about }) =>
		[severity, code, ...(about ?? [])].join(" "),
	);

describe("a facility", () => {
	test("outside the city is told, in water is a warning; within on land nothing", () => {
		const records = facilities(
			{ id: "a", at: [100, 100] },
			{ id: "b", at: [2_000, 100] },
			{ id: "c", at: [850, 250] },
		);
		expect(told("facilities", records, CITY)).toEqual([
			"info facility.outside-city EDU-PRI b",
			"warning facility.in-water EDU-PRI c",
		]);
	});

	test("elsewhere than its address says is a warning, than its operator information", () => {
		const records = facilities(
			{ id: "a", at: [100, 100], address: "东城区柳浦街道人民路1号" },
			{ id: "b", at: [600, 100], address: "东城区柳浦街道人民路1号" },
			{ id: "c", at: [600, 300], operatorCode: "310101001001" },
			{ id: "d", at: [600, 400], operatorCode: "310101002001" },
		);
		expect(told("facilities", records, CITY)).toEqual([
			"warning facility.unit-differs EDU-PRI b",
			"info facility.unit-differs EDU-PRI c",
		]);
	});

	test("is not outside where no city is known", () => {
		expect(told("facilities", facilities({ id: "a", at: [5, 5] }), NO_REFERENCE)).toEqual([]);
	});

	test("says its row when the reference can tell", () => {
		const placeOf = () => ({ row: 12 });
		const [issue] = relationIssues("facilities", facilities({ at: [2_000, 0] }), {
			...CITY,
			placeOf,
		});
		expect(issue.at).toMatchObject({ row: 12 });
	});
});

describe("near duplicates", () => {
	const twins = (one: Partial<Door>, other: Partial<Door>) =>
		told(
			"facilities",
			facilities(
				{ id: "a", at: [100, 100], name: "柳浦第一小学", ...one },
				{ id: "b", at: [120, 100], name: "柳浦第一小学", ...other },
			),
			NO_REFERENCE,
		);

	test.each([
		["the same name", {}, 1],
		["spaces and brackets apart", { name: "柳浦 第一小学" }, 1],
		["one name within the other", { name: "上海市柳浦第一小学" }, 1],
		["one character of six", { name: "柳浦第二小学" }, 1],
		["another name", { name: "云桥实验学校" }, 0],
		["29 m", { at: [129, 100] as const }, 1],
		["31 m", { at: [131, 100] as const }, 0],
		["another category", { category: "HEA-CHC" }, 0],
	])("%s", (_, other, count) => {
		expect(twins({}, other)).toEqual(
			count === 0 ? [] : ["info facility.near-duplicate EDU-PRI b EDU-PRI a"],
		);
	});

	test("a crowd of thousands at one place is done at once", () => {
		const [one] = facilities({ at: [0, 0] });
		const crowd = Array.from({ length: 20_000 }, (_, i) => ({
			...one,
			id: `f${i}`,
			name: `${i * 7919}`,
		}));
		const start = performance.now();
		relationIssues("facilities", crowd, NO_REFERENCE);
		expect(performance.now() - start).toBeLessThan(8_000);
	});
});

describe("residences", () => {
	test("outside the city, in another committee than declared, and sums more than 20 % apart are told", () => {
		const records = residences(
			{ id: "a", at: [100, 100], residents: 850, declaredUnitCode: "310101001001" },
			{ id: "b", at: [600, 100], residents: 700, declaredUnitCode: "310101001001" },
			{ id: "c", at: [3_000, 100], residents: 10 },
		);
		expect(told("residences", records, CITY)).toEqual([
			"info residence.declared-unit-differs b",
			"info residence.outside-city c",
			"info residence.sum-differs 310101002001",
		]);
	});

	test("a unit that declares residents and has no residence is told", () => {
		const records = residences({ at: [100, 100], residents: 1_000 });
		expect(told("residences", records, CITY)).toEqual(["info residence.sum-differs 310101002001"]);
	});
});

describe("units", () => {
	const committee = (more: Partial<UnitRecord>) => ({ ...UNITS[3], ...more });

	test.each([
		["一居委会", ["warning name.variant 310101001001"]],
		["一居民委员会", ["warning name.variant 310101001001"]],
		["一居委", []],
		["新名居委", []],
	])("called %s", (name, expected) => {
		expect(told("divisions", [committee({ name })], CITY)).toEqual(expected);
	});

	test("街道办事处 is a way of writing 街道", () => {
		const records = [{ ...UNITS[1], name: "柳浦街道办事处" }];
		expect(told("divisions", records, CITY)).toEqual(["warning name.variant 310101001000"]);
	});

	test("whose parent is not in force are told, where that level is known", () => {
		const orphan = committee({ parentCode: "310101009000" });
		expect(told("divisions", [orphan], CITY)).toEqual(["info code.parent-absent 310101001001"]);
		expect(told("divisions", [orphan], NO_REFERENCE)).toEqual([]);
	});

	test("that declare residents far from the residences in force are told", () => {
		const residents = new Map([["310101001001", 700]]);
		expect(told("divisions", [committee({})], { ...CITY, residents })).toEqual([
			"info residence.sum-differs 310101001001",
		]);
		expect(
			told("divisions", [committee({ declaredResidents: 750 })], { ...CITY, residents }),
		).toEqual([]);
	});
});
