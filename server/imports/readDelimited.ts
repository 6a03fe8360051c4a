// CSV and TSV, row by row. Cells stay text; the layer's checks decide what they mean.
import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import { Refused } from "../errors.ts";
import { unguardFormula } from "../exports/formulaGuard.ts";
import { decodeText } from "./decodeText.ts";
import { withEncodingIssues } from "./encoding/encodingIssues.ts";
import { textEncoding } from "./encoding/textEncoding.ts";
import { bytesOf, headOf } from "./fileBytes.ts";
import { layerNameOf } from "./layerName.ts";
import type { FoundLayers, OpenOptions, Sight, SourceFile } from "./SourceFile.ts";

const DELIMITERS = [",", "\t", ";"] as const;

/** Open a CSV or TSV file and read its header. Throws Refused on a broken header, later on broken quoting. */
export async function openDelimited(path: string, options: OpenOptions): Promise<SourceFile> {
	const head = await headOf(path);
	const encoding = await textEncoding(path, { asked: options.encoding });
	const used = encoding.used ?? "utf-8";
	const delimiter = delimiterOf(iconv.decode(head, used));
	const text = Readable.from(decodeText(bytesOf(path, options.onProgress), used));
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
		format: formatNameOf(delimiter),
		layer: null,
		encoding,
		declaredCrs: null,
		columns,
		features: withEncodingIssues(features(rows, columns), encoding),
		close: async () => void parser.destroy(),
	};
}

/** The one layer of a CSV or TSV file. */
export async function delimitedLayers(path: string, options: OpenOptions): Promise<FoundLayers> {
	const { used } = await textEncoding(path, { asked: options.encoding });
	const delimiter = delimiterOf(iconv.decode(await headOf(path), used ?? "utf-8"));
	const layers = [{ name: layerNameOf(path), featureCount: null, geometry: "Table" }];
	return { format: formatNameOf(delimiter), layers };
}

/** Text that is no XML, JSON or WKT; without a telling name, two lines with a separator in both. */
export function isDelimited({ text, extension }: Sight): boolean {
	if (text === "" || /^\s*[<{[]/.test(text)) return false;
	if ([".csv", ".tsv", ".tab", ".txt"].includes(extension)) return true;
	if (/^\s*(?:GEOG|PROJ|GEOC|LOCAL|VERT|COMPD)(?:CS|CRS)?\[/i.test(text)) return false;
	const [first = "", second = ""] = text.split(/\r?\n|\r/);
	const delimiter = delimiterOf(first);
	return (
		first.includes(delimiter) && first.split(delimiter).length === second.split(delimiter).length
	);
}

async function* features(
	rows: AsyncIterator<string[]>,
	columns: readonly string[],
): AsyncIterable<SourceFeature> {
	for (let row = 1; ; row++) {
		const cells = await nextRow(rows);
		if (cells === null) return;
		const properties: Record<string, string> = {};
		for (const [i, column] of columns.entries())
			properties[column] = unguardFormula(cells[i] ?? "");
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

function formatNameOf(delimiter: string): string {
	return delimiter === "\t" ? "tsv" : "csv";
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
