// A table as an XLSX workbook: one sheet, a fixed head with a filter, every text as text.
import ExcelJS from "exceljs";

export interface TableColumn<R> {
	readonly header: string;
	readonly width: number;
	readonly value: (row: R) => string | number | null;
}

/**
 * Bytes of the workbook. Texts are written as strings in cells of text format: a name such as `=1+1` stays a name,
 * also when someone edits the cell. Nothing is ever written as a formula.
 */
export async function tableWorkbook<R>(
	sheetName: string,
	columns: readonly TableColumn<R>[],
	rows: readonly R[],
): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(sheetName, { views: [{ state: "frozen", ySplit: 1 }] });
	sheet.columns = columns.map(({ header, width }) => ({ header, width }));
	sheet.getRow(1).font = { bold: true };
	for (const row of rows) {
		const added = sheet.addRow(columns.map(({ value }) => value(row)));
		added.eachCell((cell) => {
			if (typeof cell.value === "string") cell.numFmt = "@";
		});
	}
	sheet.autoFilter = {
		from: { row: 1, column: 1 },
		to: { row: 1, column: columns.length },
	};
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
