// CSV and TSV, row by row. Cells stay text; the layer's checks decide what they mean.
import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import { Refused } from "../errors.ts";
import { decodeText, encodingOf } from "./decodeText.ts";
import { bytesOf, headOf } from "./fileBytes.ts";
import type { OpenOptions, SourceFile } from "./SourceFile.ts";

const DELIMITERS = [",", "\t", ";"] as const;

/** Open a CSV or TSV file and read its header. Throws Refused on a broken header, later on broken quoting. */
export async function openDelimited(path: string, options: OpenOptions): Promise<SourceFile> {
	const head = await headOf(path);
	const encoding = encodingOf(head, options.encoding);
	const delimiter = delimiterOf(iconv.decode(head, encoding));
	const text = Readable.from(decodeText(bytesOf(path, options.onProgress), encoding));
	const parser = parse({
		delimiter,
		bom: true,
		relax_column_count: true,
		skip_empty_lines: true,
		skip_records_with_empty_values: true,
	});
	pipeline(text, parser, () => {}); // an error of the source destroys the parser, and so reaches the reader
	const rows = (parser as AsyncIterable<string[]>)[Symbol.asyncIterator]();
	const columns = columnsOf(await nextRow(rows));
	return {
		format: delimiter === "\t" ? "tsv" : "csv",
		encoding,
		declaredCrs: null,
		columns,
		features: features(rows, columns),
	};
}

async function* features(
	rows: AsyncIterator<string[]>,
	columns: readonly string[],
): AsyncIterable<SourceFeature> {
	for (let row = 1; ; row++) {
		const cells = await nextRow(rows);
		if (cells === null) return;
		const properties: Record<string, string> = {};
		for (const [i, column] of columns.entries()) properties[column] = cells[i] ?? "";
		const source = { place: { row }, properties, geometry: null };
		yield cells.length === columns.length
			? source
			: { ...source, issues: [wrongCellCount(row, cells.length, columns.length)] };
	}
}

async function nextRow(rows: AsyncIterator<string[]>): Promise<string[] | null> {
	try {
		const next = await rows.next();
		return next.done === true ? null : next.value;
	} catch (error) {
		if ((error as CsvError).code?.startsWith("CSV_") !== true) throw error;
		throw new Refused("csv.malformed", {
			zh: `CSV 文件有错（多半是引号没有配对）：${(error as Error).message}。`,
			en: `The CSV file is broken (often an unmatched quote): ${(error as Error).message}.`,
		});
	}
}

function columnsOf(header: string[] | null): string[] {
	if (header === null)
		throw new Refused("csv.no-header", {
			zh: "CSV 文件没有表头行。",
			en: "The CSV file has no header row.",
		});
	const columns = header.map((name, i) => (name.trim() === "" ? `column-${i + 1}` : name.trim()));
	const twice = columns.find((name, i) => columns.indexOf(name) !== i);
	if (twice !== undefined)
		throw new Refused("csv.duplicate-column", {
			zh: `表头中列名“${twice}”出现了两次。请改名后再导入。`,
			en: `The column ${twice} occurs twice in the header. Rename one of them.`,
		});
	return columns;
}

/** The separator that occurs most often in the header line. */
function delimiterOf(head: string): string {
	const line = head.split(/\r?\n|\r/, 1)[0] ?? "";
	const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function wrongCellCount(row: number, found: number, expected: number) {
	return {
		code: "row.cell-count",
		severity: "blocking" as const,
		at: { row },
		message: {
			zh: `第 ${row} 行有 ${found} 个单元格，表头有 ${expected} 列。请检查多余或缺少的分隔符。`,
			en: `Row ${row} has ${found} cells, the header has ${expected} columns. Look for a missing or extra separator.`,
		},
	};
}
