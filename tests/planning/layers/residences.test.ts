import { expect, test } from "vitest";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { checkRows } from "./rows.ts";

const HOME = { id: "h1", lon: "121.47", lat: "31.23", population: "120" };

test("a row with a position and a count becomes a residence", () => {
	const { records, found } = checkRows(residenceReader, [HOME]);
	expect(found).toEqual([]);
	expect(records).toEqual([
		{
			id: "h1",
			lonLat: [121.47, 31.23],
			residents: 120,
			households: null,
			elders: null,
			children: null,
			declaredUnitCode: null,
		},
	]);
});

test("Chinese column names are recognised", () => {
	const { records } = checkRows(residenceReader, [
		{ 经度: "121.47", 纬度: "31.23", 常住人口: "120", 户数: "50", 居委会编码: "310101002001" },
	]);
	expect(records[0]).toMatchObject({
		id: "row-1",
		residents: 120,
		households: 50,
		declaredUnitCode: "310101002001",
	});
});

test("a named column that is absent is refused, naming the columns there are", () => {
	const { groups } = checkRows(residenceReader, [HOME], { columns: { residents: "people" } });
	expect(groups[0]).toMatchObject({ code: "column.absent", severity: "blocking" });
	expect(groups[0].issues[0].message.en).toContain("people");
	expect(groups[0].issues[0].message.en).toContain("id, lon, lat, population");
});

test("a table without positions is refused before its rows are read", () => {
	const { groups } = checkRows(residenceReader, [{ id: "h1", population: "3" }]);
	const fields = groups.flatMap(({ issues }) => issues.flatMap(({ field }) => field ?? []));
	expect(fields).toEqual(["lon", "lat"]);
});

test("every wrong row is listed, not only the first", () => {
	const rows = [
		{ ...HOME, id: "a", population: "-5" },
		{ ...HOME, id: "b", population: "many" },
		{ ...HOME, id: "c", lat: "91" },
		{ ...HOME, id: "d", lon: "-181" },
		{ ...HOME, id: "e", lon: "east" },
		{ ...HOME, id: "f" },
	];
	const { records, found } = checkRows(residenceReader, rows, {
		columns: { residents: "population" },
	});
	expect(records.map(({ id }) => id)).toEqual(["f"]);
	expect(found).toEqual([
		"blocking number.negative × 1",
		"blocking number.invalid × 1",
		"blocking place.out-of-range × 2",
		"blocking geometry.invalid × 1",
	]);
});

test("swapped longitude and latitude are called by their name", () => {
	const { groups } = checkRows(residenceReader, [{ ...HOME, lon: "31.23", lat: "121.47" }]);
	expect(groups[0].issues[0]).toMatchObject({ code: "place.out-of-range", at: { row: 1 } });
	expect(groups[0].issues[0].message.en).toContain("swapped");
});

test("an issue carries its row and, once known, its position", () => {
	const { groups } = checkRows(residenceReader, [HOME, { ...HOME, id: "x", population: "-1" }]);
	expect(groups[0].issues[0].at).toEqual({ row: 2, lon: 121.47, lat: 31.23 });
});

test("a missing position is a warning: the row can be left out on purpose", () => {
	const { records, found } = checkRows(residenceReader, [
		HOME,
		{ ...HOME, id: "x", lon: "", lat: "" },
	]);
	expect(records).toHaveLength(1);
	expect(found).toEqual(["warning geometry.missing × 1"]);
});

test("a position at 0, 0 is a warning", () => {
	const { found } = checkRows(residenceReader, [{ ...HOME, lon: "0", lat: "0" }]);
	expect(found).toEqual(["warning place.null-island × 1"]);
});

test("two rows with one id are blocking", () => {
	const { found } = checkRows(residenceReader, [HOME, HOME]);
	expect(found).toEqual(["blocking id.duplicate × 1"]);
});

test("fractions of people are rounded with a warning, empty cells are missing", () => {
	const { records, found } = checkRows(residenceReader, [
		{ ...HOME, population: "12.6", households: "" },
		{ ...HOME, id: "x", population: "", households: "" },
	]);
	expect(records.map(({ residents, households }) => [residents, households])).toEqual([
		[13, null],
		[0, null],
	]);
	expect(found).toEqual(["warning number.not-integer × 1", "info number.empty × 3"]);
});

test("a valid identity number in any column refuses the file and is not repeated in the message", () => {
	const { groups } = checkRows(residenceReader, [{ ...HOME, note: "11010519491231002X" }]);
	expect(groups[0]).toMatchObject({ code: "residence.personal-data", severity: "blocking" });
	expect(JSON.stringify(groups)).not.toContain("11010519491231002X");
});

test("18 digits with a wrong check character are not an identity number", () => {
	expect(checkRows(residenceReader, [{ ...HOME, note: "110105194912310021" }]).found).toEqual([]);
});

test.each(["姓名", "身份证号", "phone", "birth_date"])(
	"a column of persons refuses the file: %s",
	(column) => {
		const { found } = checkRows(residenceReader, [{ ...HOME, [column]: "" }]);
		expect(found).toEqual(["blocking residence.personal-data × 1"]);
	},
);

test("only rows that fit every --where are taken, the others are left out without issue", () => {
	const rows = [
		{ ...HOME, id: "a", area: "north" },
		{ ...HOME, id: "b", area: "south", population: "-1" },
	];
	const { records, readCount, found } = checkRows(residenceReader, rows, {
		where: [{ column: "area", value: "north" }],
	});
	expect([records.length, readCount, found]).toEqual([1, 2, []]);
});

test("a --where that fits nothing, or names no column, is refused", () => {
	const none = checkRows(residenceReader, [HOME], { where: [{ column: "id", value: "zz" }] });
	expect(none.found).toEqual(["blocking features.none × 1"]);
	const absent = checkRows(residenceReader, [HOME], { where: [{ column: "area", value: "zz" }] });
	expect(absent.found).toEqual(["blocking column.absent × 1"]);
});

test("issues beyond a thousand of a kind are counted, not kept", () => {
	const rows = Array.from({ length: 1_500 }, (_, i) => ({
		...HOME,
		id: `h${i}`,
		population: "-1",
	}));
	const { groups } = checkRows(residenceReader, rows);
	expect([groups[0].count, groups[0].issues.length]).toEqual([1_500, 1_000]);
});
