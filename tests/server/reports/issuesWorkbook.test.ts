import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { IssueRow } from "../../../planning/wire/checking.ts";
import { issuesWorkbook } from "../../../server/reports/issuesWorkbook.ts";

const FILE = { fileName: "=街道.zip", fileHash: "ab12", checkedAt: "2026-11-29T08:00:00.000Z" };
const issue = (number: number, part: Partial<IssueRow> = {}): IssueRow => ({
	number,
	code: "code.empty",
	severity: "blocking",
	row: number + 1,
	rows: [],
	lon: 120.5,
	lat: 30.9,
	areaM2: null,
	message: { zh: "第 2 行：没有编码。请补上。", en: "Row 2: it has no code. Add it." },
	decision: "open",
	suggestion: null,
	...part,
});

async function sheetsOf(...args: Parameters<typeof issuesWorkbook>): Promise<ExcelJS.Worksheet[]> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.read(Readable.from([await issuesWorkbook(...args)]));
	return workbook.worksheets;
}

/** Values of a row; null for an empty cell. */
function valuesOf(sheet: ExcelJS.Worksheet, row: number, width: number): unknown[] {
	return Array.from({ length: width }, (_, i) => sheet.getCell(row, i + 1).value);
}

test("the first sheet says which file was checked when, and counts by level and code", async () => {
	const info = { code: "name.empty", severity: "info" } as const;
	const warning = { code: "geometry.spike", severity: "warning" } as const;
	const issues = [
		issue(1, info),
		issue(2),
		issue(3, warning),
		issue(4),
		issue(5, warning),
		issue(6, warning),
	];
	const [summary] = await sheetsOf(FILE, issues);
	const rows = Array.from({ length: summary.rowCount }, (_, i) => valuesOf(summary, i + 1, 3));
	expect(rows.slice(0, 7).map(([, value]) => value)).toEqual([
		"=街道.zip",
		"ab12",
		"2026-11-29T08:00:00.000Z",
		6,
		2,
		3,
		1,
	]);
	expect(rows.slice(9)).toEqual([
		["code.empty", "拦截", 2],
		["geometry.spike", "警告", 3],
		["name.empty", "提示", 1],
	]);
});

test("each issue has its place, its words in both languages, what would mend it and what was decided", async () => {
	const suggestion = { zh: "删去重复顶点", en: "Drop repeated vertices" };
	const [, sheet] = await sheetsOf(FILE, [
		issue(7, { suggestion, decision: "mended" }),
		issue(8, { row: null, lon: null, lat: null, decision: "ignored" }),
		issue(9, { row: 4, rows: [4, 7] }),
	]);
	expect(sheet.name).toBe("问题");
	expect(valuesOf(sheet, 2, 10)).toEqual([
		...[7, "拦截", "code.empty", 8, 120.5, 30.9, "第 2 行：没有编码。请补上。"],
		...["删去重复顶点", "Row 2: it has no code. Add it.", "已修补"],
	]);
	expect(valuesOf(sheet, 3, 10).slice(3, 6)).toEqual([null, null, null]);
	expect(sheet.getCell("D4").value).toBe("4、7");
	expect(sheet.getCell("J3").value).toBe("已忽略");
});

test("cells of the file are repeated beside its issues and never run as formulas", async () => {
	const evil = '=HYPERLINK("http://example.com")';
	const [summary, sheet] = await sheetsOf(FILE, [issue(1, { message: { zh: evil, en: evil } })], {
		columns: ["编码", "面积"],
		cellsOf: (row) => (row === 2 ? [evil, -5] : undefined),
	});
	expect(valuesOf(sheet, 1, 12).slice(10)).toEqual(["原文件：编码", "原文件：面积"]);
	expect(valuesOf(sheet, 2, 12).slice(10)).toEqual([evil, -5]);
	for (const page of [summary, sheet])
		page.eachRow((row) =>
			row.eachCell((cell) => {
				expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
				if (typeof cell.value === "string") expect(cell.numFmt).toBe("@");
			}),
		);
});
