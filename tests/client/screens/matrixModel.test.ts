import { expect, test } from "vitest";
import {
	coverageColumns,
	filteredRows,
	matrixRows,
	missingOf,
	presenceColumns,
	presenceIn,
	sortedRows,
} from "../../../client/screens/matrix/matrixModel.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { Matrix } from "../../../planning/wire/figuresApi.ts";

const unit = (code: string, name: string, streetKind = "subdistrict") =>
	({ kind: "street", code, name, streetKind, parentName: "示范区" }) as UnitRow;
const units = [unit("1", "甲街道"), unit("2", "乙街道"), unit("3", "丙镇", "town")];
/** Social-work station, sub-district office, primary school, minors-protection station of which the city has none. */
const matrix: Matrix = {
	categories: ["ADM-SW", "ADM-SUB", "EDU-PRI", "ADM-MIN"],
	units: ["1", "2", "3"],
	pct: [
		[100, 80, 90, null],
		[0, null, 95, null],
		[100, 70, null, null],
	],
	counts: [
		[1, 1, 2, 0],
		[0, 0, 3, 0],
		[1, 0, 0, 0],
	],
	cityCounts: [2, 1, 5, 0],
};
const rows = matrixRows(matrix, [...units, { ...unit("9", "新街道") }], "street");
const codes = (columns: readonly { category: { code: string } }[]) =>
	columns.map(({ category }) => category.code);

test("units that the matrix does not know have no row", () => {
	expect(rows.map(({ unit: { name } }) => name)).toEqual(["甲街道", "乙街道", "丙镇"]);
});

test("shares are of walked categories; presence has a table of its own, what is asked first", () => {
	expect(codes(coverageColumns(matrix))).toEqual(["ADM-SUB", "EDU-PRI"]);
	expect(codes(presenceColumns(matrix, rows))).toEqual(["ADM-SW", "ADM-SUB", "ADM-MIN", "EDU-PRI"]);
});

test("the second street lacks a station and an office; a town is not asked for an office; nobody lacks what has no data", () => {
	const columns = presenceColumns(matrix, rows);
	expect(rows.map((row) => codes(missingOf(matrix, row, columns)))).toEqual([
		[],
		["ADM-SW", "ADM-SUB"],
		[],
	]);
	const stateOf = (row: number) => {
		const [at, column] = [rows[row], columns[1]];
		return at && column && presenceIn(matrix, at, column);
	};
	expect([0, 1, 2].map(stateOf)).toEqual(["has", "missing", "not-asked"]);
});

test("rows sort either way, and those without data are last in both", () => {
	const names = (isUp: boolean) =>
		sortedRows(rows, ({ pct }) => pct[1] ?? null, isUp).map((row) => row.unit.name);
	expect(names(true)).toEqual(["丙镇", "甲街道", "乙街道"]);
	expect(names(false)).toEqual(["甲街道", "丙镇", "乙街道"]);
});

test("a filter finds names, the parent's name and the beginning of codes", () => {
	const found = (text: string) => filteredRows(rows, text).map((row) => row.unit.code);
	expect([found("镇"), found("示范"), found("2"), found(" "), found("无")]).toEqual([
		["3"],
		["1", "2", "3"],
		["2"],
		["1", "2", "3"],
		[],
	]);
});
