import { expect, test } from "vitest";
import { guessKind } from "../../../planning/layers/guessKind.ts";
import { type ColumnSample, proposeFields } from "../../../planning/layers/proposeFields.ts";
import type { UploadKind } from "../../../planning/wire/understanding.ts";

type Table = Readonly<Record<string, readonly string[]>>;

const columnsOf = (table: Table): ColumnSample[] =>
	Object.entries(table).map(([name, samples]) => ({ name, samples }));

function fieldsOf(table: Table, kind: UploadKind, saved: Record<string, string> | null = null) {
	const found = proposeFields(columnsOf(table), kind, saved);
	return Object.fromEntries(
		found.flatMap(({ field, name }) => (field === null ? [] : [[field, name]])),
	);
}

const STREETS: Table = {
	code9: ["310101002", "310101013"],
	code12: ["310101002000", "310101013000"],
	name: ["南京东路街道", "外滩街道"],
	district: ["黄浦区", "黄浦区"],
	district_code: ["310101", "310101"],
	osm_relation: ["12236005", "12236006"],
	area_km2: ["2.3882", "2.1"],
};

test("the code of 12 digits is the code, the district's is the parent", () => {
	expect(fieldsOf(STREETS, "divisions")).toEqual({
		code: "code12",
		name: "name",
		parent: "district_code",
	});
});

test("a committee's parent is its street, not its district", () => {
	const committees = {
		code12: ["310101002001"],
		name: ["云南中路居委会"],
		district_code: ["310101"],
	};
	expect(fieldsOf(committees, "divisions")).toEqual({ code: "code12", name: "name" });
	expect(fieldsOf({ ...committees, street_code9: ["310101002"] }, "divisions")).toMatchObject({
		parent: "street_code9",
	});
});

test("Chinese headers are understood; what a unit belongs to is not its name, its area no floor area", () => {
	const table = {
		街道名称: ["南京东路街道", "外滩街道"],
		行政代码: ["310101002000", "310101013000"],
		所属区: ["黄浦区", "黄浦区"],
		面积平方公里: ["2.3882", "2.1"],
	};
	expect(fieldsOf(table, "divisions")).toEqual({ name: "街道名称", code: "行政代码" });
	expect(fieldsOf(table, "facilities")).not.toHaveProperty("floorArea");
});

test("names cut off at ten bytes, in UTF-8 and in GBK, are known", () => {
	const utf8 = {
		街道名: ["外滩街道"],
		行政代: ["310101013000"],
		所属区: ["黄浦区"],
		面积平: ["2.1"],
	};
	expect(fieldsOf(utf8, "divisions")).toEqual({ name: "街道名", code: "行政代" });
	const gbk = { 行政区划代: ["310101013000"], 行政区划名: ["外滩街道"] };
	expect(fieldsOf(gbk, "divisions")).toEqual({ code: "行政区划代", name: "行政区划名" });
	const ascii = { parent_cod: ["310101"], declared_r: ["1000"], floor_area: ["3"] };
	expect(fieldsOf(ascii, "divisions")).toEqual({
		parent: "parent_cod",
		declaredResidents: "declared_r",
	});
});

test("pinyin and its initials are known", () => {
	expect(
		fieldsOf({ XZQDM: ["310101013"], XZQMC: ["外滩街道"], SJDM: ["310101"] }, "divisions"),
	).toEqual({ code: "XZQDM", name: "XZQMC", parent: "SJDM" });
	expect(
		fieldsOf({ mingcheng: ["a"], jd: ["121.47"], wd: ["31.23"], dizhi: ["b"] }, "facilities"),
	).toEqual({ name: "mingcheng", lon: "jd", lat: "wd", address: "dizhi" });
});

test("a table of schools: free text is no category", () => {
	const table = {
		设施名称: ["上海市卢湾高级中学"],
		地址: ["斜土路885号"],
		所属区: ["黄浦区"],
		类别: ["科教文化服务;学校;中学"],
		经度: ["121.468917"],
		纬度: ["31.202288"],
	};
	const fields = { name: "设施名称", address: "地址", lon: "经度", lat: "纬度" };
	expect(fieldsOf(table, "facilities")).toEqual(fields);
	expect(fieldsOf({ ...table, 类别: ["ADM-ISF"] }, "facilities")).toEqual({
		...fields,
		category: "类别",
	});
	expect(fieldsOf({ category: ["中学"] }, "facilities")).toEqual({});
});

test("latitude before longitude, and names of districts and provinces beside", () => {
	const table = {
		name: ["上海大剧院"],
		address: ["人民大道300号"],
		adname: ["黄浦区"],
		pname: ["上海市"],
		type: ["体育休闲服务"],
		lat: ["31.231"],
		lon: ["121.467"],
	};
	expect(fieldsOf(table, "facilities")).toEqual({
		name: "name",
		address: "address",
		lat: "lat",
		lon: "lon",
	});
});

test("counts of people, with units and brackets in their headers", () => {
	const table = {
		id: ["1"],
		经度: ["121.4"],
		纬度: ["31.2"],
		"常住人口（人）": ["300"],
		户数: ["120"],
		"60岁及以上": ["80"],
		人口密度: ["3.5"],
		居委会编码: ["310101002001"],
	};
	expect(fieldsOf(table, "residences")).toEqual({
		id: "id",
		lon: "经度",
		lat: "纬度",
		residents: "常住人口（人）",
		households: "户数",
		elders: "60岁及以上",
		unit: "居委会编码",
	});
});

test("values speak where names do not", () => {
	const found = proposeFields(
		columnsOf({ a: ["310101002000", "310101013000"], b: ["外滩街道", "豫园街道"], c: ["1", "2"] }),
		"divisions",
		null,
	);
	expect(found.map(({ field, basis }) => [field, basis])).toEqual([
		["code", "values"],
		["name", "values"],
		[null, null],
	]);
	expect(fieldsOf({ p: ["121.4712"], q: ["31.2311"] }, "facilities")).toEqual({
		lon: "p",
		lat: "q",
	});
	expect(fieldsOf({ a: ["991234000000"] }, "divisions")).toEqual({});
});

test("a saved mapping wins, each field and each column once", () => {
	const fields = fieldsOf(STREETS, "divisions", { code: "code9", name: "gone" });
	expect(fields).toMatchObject({ code: "code9", name: "name" });
	const both = proposeFields(
		columnsOf({ code: ["1"], 编码: ["2"], CODE: ["3"] }),
		"divisions",
		null,
	);
	expect(both.filter(({ field }) => field === "code")).toHaveLength(1);
});

test("five values are shown", () => {
	const [column] = proposeFields([{ name: "甲", samples: [..."1234567"] }], null, null);
	expect(column).toEqual({ name: "甲", samples: [..."12345"], field: null, basis: null });
});

test("the kind is told by shapes, codes and counts", () => {
	const guess = (geometries: Record<string, number>, table: Table) =>
		guessKind({ geometries, columns: columnsOf(table) });
	expect(guess({ Polygon: 10 }, STREETS)).toEqual({ kind: "divisions", level: "street" });
	expect(guess({ MultiPolygon: 2 }, { ADMINCODE: ["310113"], NAME: ["宝山区"] })).toEqual({
		kind: "divisions",
		level: "district",
	});
	expect(guess({ Polygon: 2 }, { c: ["310101002001"], n: ["云南中路居委会"] })).toEqual({
		kind: "divisions",
		level: "committee",
	});
	expect(guess({ Polygon: 2 }, { name: ["大宁", "前滩"] })).toEqual({ kind: null, level: null });
	expect(guess({ LineString: 5 }, { name: ["a"] }).kind).toBe("streets");
	expect(guess({ Point: 5 }, { name: ["a"] }).kind).toBe("facilities");
	expect(guess({ Point: 5 }, { population: ["12"] }).kind).toBe("residences");
	expect(guess({ none: 5 }, { lat: ["31.2"], lon: ["121.4"], name: ["a"] }).kind).toBe(
		"facilities",
	);
	expect(guess({ none: 5 }, { from_code: ["1"], to_code: ["2"], kind: ["桥"] }).kind).toBe(
		"exceptions",
	);
	expect(guess({ none: 5 }, { name: ["a"] }).kind).toBeNull();
	expect(guess({ Point: 5, Polygon: 5 }, {}).kind).toBeNull();
	expect(guess({}, {}).kind).toBeNull();
});
