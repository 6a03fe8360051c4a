// Cells that contradict each other, the shape, or what there can be.
import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import type { PolygonRings } from "../../../planning/geo/LonLat.ts";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { checkFeatures, checkRows, square } from "./rows.ts";

const geometry = square(121.47, 31.23, 0.01);
const SHAPE_M2 = areaM2([geometry.coordinates as PolygonRings]);

function street(properties: Readonly<Record<string, unknown>>) {
	return checkFeatures(
		unitReader,
		[{ properties: { code: "310101002", name: "甲街道", ...properties }, geometry }],
		{ level: "street" },
	);
}

describe("a street-level unit", () => {
	test("whose kind contradicts digits 7 to 9 is a warning, and the kind holds", () => {
		const { records, found } = street({ kind: "镇" });
		expect(found).toEqual(["warning unit.kind-differs × 1"]);
		expect(records[0].streetKind).toBe("town");
		expect(street({ kind: "街道" }).found).toEqual([]);
	});

	test("under a parent that its digits do not name is a warning, and the parent given holds", () => {
		const { records, found } = street({ parent_code: "310104" });
		expect(found).toEqual(["warning code.parent-prefix × 1"]);
		expect(records[0].parentCode).toBe("310104000000");
		expect(street({ parent_code: "310101" }).found).toEqual([]);
	});

	test("without a code says which cell to fill and the name", () => {
		const { groups } = street({ code: "" });
		expect(groups[0].issues[0]).toMatchObject({
			code: "code.empty",
			cell: { column: "code", name: "甲街道" },
		});
	});

	test.each([
		["area_m2", 1, []],
		["area_km2", 1e-6, []],
		["面积", 1e-6, []],
		["面积_亩", 15e-4, []],
		["area_m2", 1e-6, ["warning area.unit-mistaken × 1"]],
		["area_m2", 1e-4, ["warning area.unit-mistaken × 1"]],
		["area_m2", 15e-4, ["warning area.unit-mistaken × 1"]],
		["area_m2", 100, ["warning area.unit-mistaken × 1"]],
		["area_km2", 1, ["warning area.unit-mistaken × 1"]],
		["area_m2", 1.5, ["info area.differs × 1"]],
		["area_m2", 1.1, []],
		["Shape_Area", 1e-10, []],
	])("with %s of %d times its shape", (column, times, expected) => {
		expect(street({ [column]: SHAPE_M2 * times }).found).toEqual(expected);
	});
});

describe("a facility", () => {
	const SCHOOL = { id: "s", name: "一小", lon: "121.47", lat: "31.23" };
	const facilities = (...rows: readonly Readonly<Record<string, unknown>>[]) =>
		checkRows(
			facilityReader,
			rows.map((row, i) => ({ ...SCHOOL, id: `s${i}`, ...row })),
			{ category: "EDU-PRI" },
		);

	test.each([
		["0", 1],
		["1.5", 1],
		["500001", 1],
		["2", 0],
		["500000", 0],
	])("of %s m² is impossible: %d", (建筑面积, count) => {
		const { groups } = facilities({ 建筑面积 });
		expect(groups.filter(({ code }) => code === "area.impossible")).toHaveLength(count);
	});

	test("areas that are all below 5 look like 10,000 m², told once", () => {
		const rows = ["0.8", "1.2", "2.5", "0.6", "3.1"].map((建筑面积) => ({ 建筑面积 }));
		const { groups } = facilities(...rows);
		const mistaken = groups.find(({ code }) => code === "area.unit-mistaken");
		expect(mistaken).toMatchObject({ severity: "warning", count: 1 });
		expect(mistaken?.issues[0].message.zh).toContain("万平方米");
	});

	test("with a mobile number in its name is a warning, with a line in its address information", () => {
		const { found } = facilities(
			{ name: "老张便利店13812345678" },
			{ 地址: "人民路1号 021-65432100" },
			{ 地址: "人民路 310101002001 号" },
		);
		expect(facilities({ name: "老张便利店13812345678" }).found).toEqual([
			"warning personal.phone-number × 1",
		]);
		expect(found).toContain("warning personal.phone-number × 1");
	});

	test("with an identity number in any cell refuses the file, without repeating it", () => {
		const { groups } = facilities({ note: "11010519491231002X" });
		expect(groups[0]).toMatchObject({ code: "personal.identity-number", severity: "blocking" });
		expect(JSON.stringify(groups)).not.toContain("11010519491231002X");
	});
});

describe("rows that are persons are refused whatever their columns are called", () => {
	const home = (i: number, more: Readonly<Record<string, unknown>>) => ({
		id: `h${i}`,
		lon: "121.47",
		lat: "31.23",
		population: "1",
		...more,
	});
	const NAMES = ["王小明", "李芳", "张建国", "陈静"];
	const codesOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
		checkRows(residenceReader, rows, { columns: { residents: "population" } }).groups.map(
			({ code }) => code,
		);

	test("one each, with names", () => {
		expect(codesOf(NAMES.map((xm, i) => home(i, { xm })))).toEqual(["residence.person-level"]);
	});

	test("names beside sexes, whatever is counted", () => {
		const rows = NAMES.map((c1, i) =>
			home(i, { population: String(i + 2), c1, c2: "男女"[i % 2] }),
		);
		expect(codesOf(rows)).toEqual(["residence.person-level"]);
	});

	test("places of one resident each with names of places are none", () => {
		const places = ["王家村", "李家园", "陈家弄", "张家浜"];
		expect(codesOf(places.map((xm, i) => home(i, { xm })))).toEqual([]);
	});

	test("names of persons alone, as of whoever counted, are none", () => {
		expect(codesOf(NAMES.map((by, i) => home(i, { population: "40", by })))).toEqual([]);
	});
});
