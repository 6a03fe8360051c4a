// CSV: UTF-8 with a byte order mark, without which Excel takes Chinese for the system's encoding; lines end with CR LF,
// cells are quoted where they must be (RFC 4180), texts that a spreadsheet would run are guarded.
import { Readable } from "node:stream";
import { batchesOf, type ExportTable, type ExportValue } from "./ExportTable.ts";
import type { ExportFile } from "./ExportWriter.ts";
import { guardFormula } from "./formulaGuard.ts";
import { cellsOf, columnNames } from "./tableCells.ts";

export async function writeCsv(table: ExportTable): Promise<ExportFile> {
	return {
		body: Readable.from(lines(table), { objectMode: false }),
		media: "text/csv; charset=utf-8",
		extension: "csv",
	};
}

async function* lines(table: ExportTable): AsyncIterable<Buffer> {
	yield Buffer.from(`\ufeff${lineOf(columnNames(table))}`);
	for await (const batch of batchesOf(table.rows))
		yield Buffer.from(batch.map((row) => lineOf(cellsOf(row))).join(""));
}

function lineOf(cells: readonly ExportValue[]): string {
	return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: ExportValue): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const text = guardFormula(value);
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
