// CSV and XLSX as a spreadsheet sees them.

import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { ExportTable } from "../../../server/exports/ExportTable.ts";
import { writeCsv } from "../../../server/exports/writeCsv.ts";
import { writeXlsx } from "../../../server/exports/writeXlsx.ts";

const NAMES = ["=1+1", "+86", "-5", "@SUM(A1)", "石渡\n街道", 'a"b,c', "990101001001"];
const TABLE: ExportTable = {
	name: "things",
	title: "东西",
	shape: "point",
	columns: [
		{ name: "name", type: "text" },
		{ name: "balance", type: "number" },
	],
	rows: NAMES.map((name, i) => ({ values: [name, -i], lonLat: [120.5, -30.25] as const })),
};

async function sheetsOf(table: ExportTable): Promise<ExcelJS.Worksheet[]> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.read(Readable.from([await buffer((await writeXlsx(table)).body)]));
	return workbook.worksheets;
}

test("a CSV begins with the mark that Excel needs for Chinese and quotes what must be quoted", async () => {
	const { body, media } = await writeCsv(TABLE);
	const written = await text(body);
	expect(media).toContain("utf-8");
	expect((await buffer((await writeCsv(TABLE)).body)).toString("hex", 0, 3)).toBe("efbbbf");
	const lines = written.split("\r\n");
	expect(lines.at(-1)).toBe("");
	expect(lines.slice(0, 3)).toEqual([
		"name,balance,lon,lat",
		"'=1+1,0,120.5,-30.25",
		"'+86,-1,120.5,-30.25",
	]);
	expect(lines).toContain('"石渡\n街道",-4,120.5,-30.25');
	expect(lines).toContain('"a""b,c",-5,120.5,-30.25');
});

test("a sheet has no formula, texts are text and numbers numbers", async () => {
	const [sheet] = await sheetsOf(TABLE);
	expect(sheet.getRow(1).values).toEqual([undefined, "name", "balance", "lon", "lat"]);
	for (const [i, name] of NAMES.entries()) {
		const cell = sheet.getCell(i + 2, 1);
		expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, name, "@"]);
		const number = sheet.getCell(i + 2, 2);
		expect([number.type, number.value]).toEqual([ExcelJS.ValueType.Number, i === 0 ? 0 : -i]);
	}
});

test("a text longer than a cell is left out whole, and a second sheet says how many", async () => {
	const rows = [{ values: ["x".repeat(32_768)] }, { values: ["y".repeat(32_767)] }];
	const columns = [{ name: "name", type: "text" as const }];
	const [sheet, notes] = await sheetsOf({ ...TABLE, shape: "none", columns, rows });
	expect([sheet.getCell("A2").value, String(sheet.getCell("A3").value).length]).toEqual([
		null,
		32_767,
	]);
	expect([notes.name, notes.getCell("A1").value, notes.getCell("B1").value]).toEqual([
		"说明",
		"name",
		1,
	]);
});

test("more rows than a sheet holds are refused before the first byte", async () => {
	const row = { values: ["x", 1], lonLat: [120, 30] as const };
	const rows = {
		*[Symbol.iterator]() {
			for (let i = 0; i < 1_048_576; i++) yield row;
		},
	};
	await expect(writeXlsx({ ...TABLE, rows })).rejects.toMatchObject({
		code: "export.too-many-rows",
	});
});

test("a reader that goes away does not leave a workbook being written", async () => {
	const row = { values: ["石渡街道", 1], lonLat: [120, 30] as const };
	let taken = 0;
	const rows = {
		*[Symbol.iterator]() {
			for (let i = 0; i < 900_000; i++) {
				taken++;
				yield row;
			}
		},
	};
	const { body } = await writeXlsx({ ...TABLE, rows });
	body.destroy();
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(taken).toBeLessThan(2 * 900_000 - 100_000);
});

test("shapes stand in a table as well-known text", async () => {
	const square = [
		[120, 30],
		[121, 30],
		[121, 31],
		[120, 31],
		[120, 30],
	] as const;
	const rows = [
		{ values: ["一", 1], polygons: [[square]] },
		{ values: ["二", 2], polygons: [[square], [square]] },
	];
	const written = await text((await writeCsv({ ...TABLE, shape: "polygons", rows })).body);
	const ring = "((120 30, 121 30, 121 31, 120 31, 120 30))";
	expect(written.split("\r\n").slice(0, 3)).toEqual([
		"name,balance,wkt",
		`一,1,"POLYGON ${ring}"`,
		`二,2,"MULTIPOLYGON (${ring}, ${ring})"`,
	]);
});
