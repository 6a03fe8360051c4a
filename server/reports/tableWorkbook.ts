// A table as an XLSX workbook: one sheet, a fixed head with a filter, every text as text.
import ExcelJS from "exceljs";

export interface TableColumn<R> {
	readonly header: string;
	readonly width: number;
	readonly value: (row: R) => string | number | null;
}

export interface TableWorkbook<R> {
	readonly sheetName: string;
	readonly columns: readonly TableColumn<R>[];
	readonly rows: readonly R[];
	/** A second sheet with lines to read. */
	readonly notes?: { readonly sheetName: string; readonly lines: readonly string[] };
}

const TEXT_FORMAT = "@";

/**
 * Bytes of the workbook. Texts are written as strings in cells of text format: a name such as `=1+1` stays a name,
 * also when someone edits the cell. Nothing is ever written as a formula.
 */
export async function tableWorkbook<R>({
	sheetName,
	columns,
	rows,
	notes,
}: TableWorkbook<R>): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(sheetName, { views: [{ state: "frozen", ySplit: 1 }] });
	sheet.columns = columns.map(({ header, width }) => ({ header, width }));
	sheet.getRow(1).font = { bold: true };
	for (const row of rows) {
		const added = sheet.addRow(columns.map(({ value }) => value(row)));
		added.eachCell((cell) => {
			if (typeof cell.value === "string") cell.numFmt = TEXT_FORMAT;
		});
	}
	sheet.autoFilter = {
		from: { row: 1, column: 1 },
		to: { row: 1, column: columns.length },
	};
	if (notes !== undefined) {
		const reading = workbook.addWorksheet(notes.sheetName);
		reading.columns = [{ width: 120, style: { numFmt: TEXT_FORMAT } }];
		for (const line of notes.lines) reading.addRow([line]);
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
