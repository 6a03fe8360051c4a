// A sheet of an XLSX workbook as a table, row by row.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { Refused } from "../../errors.ts";
import { chosenLayer } from "../chosenLayer.ts";
import { FIXED_ENCODING } from "../encoding/fixedEncoding.ts";
import { refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { parseXml } from "../strictXml.ts";
import { type FileIssue, withIssues } from "../withIssues.ts";
import { readCellLooks } from "./cellLooks.ts";
import type { CellTables } from "./cellText.ts";
import { type Header, headerOf } from "./header.ts";
import { rowFeature } from "./rowFeature.ts";
import { SheetReader, type SheetRow } from "./SheetReader.ts";
import { readSharedStrings } from "./sharedStrings.ts";
import { sheetLayers } from "./sheetLayers.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";
import { XLSX, XlsxPackage } from "./XlsxPackage.ts";

/** Opens the sheet that `options` name, or the only one that is not empty. Throws Refused `xlsx.…`, `layer.…`. */
export async function openXlsx(path: string, options: OpenOptions): Promise<SourceFile> {
	const file = await XlsxPackage.open(path, options.onProgress);
	try {
		return await refusing(XLSX, () => openSheet(file, options.layer));
	} catch (error) {
		file.close();
		throw error;
	}
}

/** The sheets that have rows; all of them where none has. */
export async function xlsxLayers(
	path: string,
	{ onProgress }: OpenOptions,
): Promise<readonly SourceLayer[]> {
	const file = await XlsxPackage.open(path, onProgress);
	try {
		return await refusing(XLSX, async () =>
			(await sheetLayers(file, await readWorkbook(file))).map(asLayer),
		);
	} finally {
		file.close();
	}
}

function asLayer({ name }: Sheet): SourceLayer {
	return { name, featureCount: null, geometry: "Table" };
}

async function openSheet(file: XlsxPackage, asked: string | undefined): Promise<SourceFile> {
	const workbook = await readWorkbook(file);
	const sheets = await sheetLayers(file, workbook);
	const layer = chosenLayer(sheets.map(asLayer), asked);
	const sheet = sheets.find(({ name }) => name === layer);
	if (sheet === undefined) throw new Error(`No sheet ${layer}.`);
	const tables = await readTables(file, workbook);
	const rows = rowsOf(file, { sheet, tables })[Symbol.asyncIterator]();
	const close = async () => {
		await rows.return?.();
		file.close();
	};
	try {
		const { header, first } = await headerOf(rows);
		if (header === null) throw noHeader(layer);
		const features = featuresOf({ rows, header, first, close });
		return {
			format: "xlsx",
			layer,
			encoding: FIXED_ENCODING,
			declaredCrs: null,
			columns: header.columns,
			features: withIssues(features, titleIssues(header)),
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

async function readTables(
	file: XlsxPackage,
	{ strings, styles, is1904 }: Workbook,
): Promise<CellTables> {
	return {
		strings: strings === null ? [] : await readSharedStrings(file, strings),
		looks: styles === null ? [] : await readCellLooks(file, styles),
		is1904,
	};
}

async function* rowsOf(
	file: XlsxPackage,
	{ sheet, tables }: { sheet: Sheet; tables: CellTables },
): AsyncIterable<SheetRow> {
	const reader = new SheetReader(tables);
	for await (const _ of refusingEach(XLSX, parseXml(file.text(sheet.part), reader, XLSX)))
		yield* reader.take();
}

interface OpenRows {
	readonly rows: AsyncIterator<SheetRow>;
	readonly header: Header;
	/** A row that was read already. */
	readonly first: SheetRow | null;
	readonly close: () => Promise<void>;
}

async function* featuresOf({ rows, header, first, close }: OpenRows): AsyncIterable<SourceFeature> {
	let number = 0;
	try {
		for (let row = first ?? (await nextRow(rows)); row !== null; row = await nextRow(rows)) {
			const feature = rowFeature(row, header, number + 1);
			if (feature === null) continue;
			number++;
			yield feature;
		}
	} finally {
		await close();
	}
}

async function nextRow(rows: AsyncIterator<SheetRow>): Promise<SheetRow | null> {
	const next = await rows.next();
	return next.done === true ? null : next.value;
}

function titleIssues({ title }: Header): FileIssue[] {
	if (title === null) return [];
	const message = {
		zh: `表头上方的“${title}”当作标题，没有读入。`,
		en: `“${title}” above the header was taken for a title and not read.`,
	};
	return [{ code: "xlsx.title-skipped", severity: "info", message }];
}

function noHeader(layer: string): Refused {
	return new Refused("xlsx.no-header", {
		zh: `工作表“${layer}”是空的，没有表头行。`,
		en: `The sheet ${layer} is empty: there is no header row.`,
	});
}
