// XLSX: one sheet, a fixed head with a filter, written row by row. Texts are strings in cells of text format: a name such as
// `=1+1` stays a name, also when someone edits the cell, and codes keep their 12 digits. Nothing is written as a formula.
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { Refused } from "../errors.ts";
import { batchesOf, type ExportRow, type ExportTable, type ExportValue } from "./ExportTable.ts";
import type { ExportFile } from "./ExportWriter.ts";
import { cellsOf, columnNames } from "./tableCells.ts";

/** What a sheet holds, its head included. */
const MOST_ROWS = 1_048_576;
/**
 * Up to here texts are kept in the workbook's table of strings, as spreadsheets do themselves; the table is in memory until
 * the end (1,000,000 rows: 1.1 GB). Beyond, they are written into their cells (0.5 GB).
 */
const MOST_SHARED_ROWS = 100_000;
/** What a cell holds. */
const LONGEST_TEXT = 32_767;
const TEXT_FORMAT = "@";
const HEAD_ROW = 1;
const BUFFER_BYTES = 1 << 20;

export async function writeXlsx(table: ExportTable): Promise<ExportFile> {
	let rowCount = HEAD_ROW;
	for await (const batch of batchesOf(table.rows)) rowCount += batch.length;
	if (rowCount > MOST_ROWS) throw tooManyRows(rowCount - HEAD_ROW);
	const body = new PassThrough({ highWaterMark: BUFFER_BYTES });
	fill(body, table, rowCount <= MOST_SHARED_ROWS).catch((error: Error) => body.destroy(error));
	return {
		body,
		media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		extension: "xlsx",
	};
}

async function fill(
	body: PassThrough,
	table: ExportTable,
	useSharedStrings: boolean,
): Promise<void> {
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
		stream: body,
		useStyles: true,
		useSharedStrings,
	});
	const sheet = workbook.addWorksheet(table.name.slice(0, 31), {
		views: [{ state: "frozen", ySplit: HEAD_ROW }],
	});
	const names = columnNames(table);
	sheet.columns = names.map((header, i) => ({
		header,
		width: Math.max(12, header.length + 4),
		style: isText(table, i) ? { numFmt: TEXT_FORMAT } : {},
	}));
	sheet.getRow(HEAD_ROW).font = { bold: true };
	sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: names.length } };
	const tooLong = new Map<string, number>();
	for await (const batch of batchesOf(table.rows)) {
		for (const row of batch) addRow(sheet, row, (i) => count(tooLong, names[i] ?? ""));
		if (body.writableNeedDrain) await drained(body);
		if (body.destroyed) return;
	}
	sheet.commit();
	if (tooLong.size > 0) addNotes(workbook, tooLong);
	await workbook.commit();
}

function addRow(
	sheet: ExcelJS.Worksheet,
	row: ExportRow,
	onTooLong: (column: number) => void,
): void {
	sheet.addRow(cellsOf(row).map((value, i) => fitting(value, () => onTooLong(i)))).commit();
}

/** The table's own text columns, and the shape as text. */
function isText({ columns, shape }: ExportTable, column: number): boolean {
	return columns[column] === undefined ? shape !== "point" : columns[column].type === "text";
}

/** A text longer than a cell is left out: half a shape would be a wrong shape. */
function fitting(value: ExportValue, onTooLong: () => void): ExportValue {
	if (typeof value !== "string" || value.length <= LONGEST_TEXT) return value;
	onTooLong();
	return null;
}

function addNotes(workbook: ExcelJS.Workbook, tooLong: ReadonlyMap<string, number>): void {
	const sheet = workbook.addWorksheet("说明");
	sheet.columns = [{ width: 20 }, { width: 10 }, { width: 90 }];
	for (const [column, cells] of tooLong)
		sheet.addRow([
			column,
			cells,
			`个单元格超过 ${LONGEST_TEXT} 字符，留空；GeoPackage、GeoJSON、CSV 中是完整的。cells over ${LONGEST_TEXT} characters were left empty; GeoPackage, GeoJSON and CSV hold them whole.`,
		]);
}

/** Until the reader has taken what is waiting, or has gone. */
function drained(body: PassThrough): Promise<void> {
	return new Promise((resolve) => {
		body.once("drain", resolve);
		body.once("close", resolve);
	});
}

function count(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function tooManyRows(rowCount: number): Refused {
	return new Refused("export.too-many-rows", {
		zh: `这份数据有 ${rowCount} 条，一张工作表最多 ${MOST_ROWS - HEAD_ROW} 条。请改用 CSV 或 GeoPackage。`,
		en: `This layer has ${rowCount} records, a sheet holds ${MOST_ROWS - HEAD_ROW}. Take CSV or GeoPackage.`,
	});
}
