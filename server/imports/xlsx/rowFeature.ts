// One row of a sheet as a feature, with what is to be said about its cells.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { type FileIssue, issued } from "../withIssues.ts";
import type { Header } from "./header.ts";
import type { FormulaState, SheetRow } from "./SheetReader.ts";

/** The feature of data row `number`; null for an empty row. */
export function rowFeature(
	row: SheetRow,
	{ columns }: Header,
	number: number,
): SourceFeature | null {
	if (row.length === 0) return null;
	const properties: Record<string, string> = {};
	for (const column of columns) properties[column] = "";
	for (const { column, text } of row) {
		const name = columns[column];
		if (name !== undefined) properties[name] = text;
	}
	const feature: SourceFeature = { place: { row: number }, properties, geometry: null };
	const issues = [
		...formulaIssues(row, columns, number),
		...extraCells(row, columns.length, number),
	];
	return issues.length === 0 ? feature : issued(feature, issues);
}

function formulaIssues(row: SheetRow, columns: readonly string[], number: number): FileIssue[] {
	if (row.every(({ formula }) => formula === "none")) return [];
	const named = (state: FormulaState) =>
		row
			.filter(({ formula }) => formula === state)
			.map(({ column }) => columns[column] ?? `${column + 1}`);
	const stored = named("stored");
	const missing = named("missing");
	const issues: FileIssue[] = [];
	if (stored.length > 0)
		issues.push({
			code: "cell.formula-value",
			severity: "info",
			message: {
				zh: `第 ${number} 行的“${stored.join("、")}”是公式，按文件里存的结果读。`,
				en: `Row ${number}: ${stored.join(", ")} holds a formula; the result stored in the file was read.`,
			},
		});
	if (missing.length > 0)
		issues.push({
			code: "cell.formula-no-value",
			severity: "warning",
			message: {
				zh: `第 ${number} 行的“${missing.join("、")}”是公式，文件里没有存结果，按空读。请在 Excel 里打开、保存一次，或粘贴为数值。`,
				en: `Row ${number}: ${missing.join(", ")} holds a formula without a stored result and was read as empty. Open and save the file in Excel, or paste values.`,
			},
		});
	return issues;
}

function extraCells(row: SheetRow, columnCount: number, number: number): FileIssue[] {
	let last = 0;
	for (const { column, text } of row) if (text !== "") last = Math.max(last, column + 1);
	if (last <= columnCount) return [];
	const message = {
		zh: `第 ${number} 行有 ${last} 个单元格，表头有 ${columnCount} 列。给多出的列加上表头，或清空多出的格。`,
		en: `Row ${number} has ${last} cells, the header has ${columnCount} columns. Name the further columns, or clear the further cells.`,
	};
	return [{ code: "row.cell-count", severity: "blocking", message }];
}
