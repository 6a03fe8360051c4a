import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { Matrix } from "../../../planning/wire/figuresApi.ts";
import { type MatrixSheet, matrixWorkbook } from "../../../server/reports/matrixWorkbook.ts";

const matrix: Matrix = {
	categories: ["ADM-SW", "EDU-PRI", "ADM-MIN"],
	units: ["1", "2"],
	pct: [
		[100, 87.5, 0],
		[0, null, 0],
	],
	counts: [
		[1, 2, 0],
		[0, 0, 0],
	],
	cityCounts: [1, 2, 0],
};
const units = ["1", "2"].map(
	(code) =>
		({ kind: "street", code, name: `=${code}`, streetKind: "town", residents: 10 }) as UnitRow,
);
const valuesOf = (row: ExcelJS.Row | undefined) => (row?.values ?? []) as unknown[];
const sheetOf = async (table: MatrixSheet["table"]) => {
	const workbook = new ExcelJS.Workbook();
	const bytes = await matrixWorkbook({ matrix, units, table, basis: "基准 2026-06-30" });
	await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
	const [sheet, notes] = workbook.worksheets;
	const rows = [1, 2, 3].map((row) => valuesOf(sheet?.getRow(row)).slice(5));
	return { rows, names: sheet?.getColumn(2).values, note: notes?.getCell("A1").value };
};

test("shares stand as numbers, no data is empty and never 0; presence has no column here", async () => {
	const { rows, names, note } = await sheetOf("coverage");
	expect(rows).toEqual([["小学"], [87.5], []]);
	expect(names).toContain("=1");
	expect(note).toBe("基准 2026-06-30");
});

test("presence says how many, 缺 where it is asked, a dash where it is not, nothing where the city has no data", async () => {
	const { rows } = await sheetOf("presence");
	expect(rows).toEqual([
		["街镇社会工作站", "小学", "街镇未成年人保护工作站"],
		[1, 2],
		["缺", "—"],
	]);
});
