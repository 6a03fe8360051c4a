// The units of a view as a table to read, the lowest coverage first.
import { classLabel, classOf } from "../../planning/coverage/figures/breaks.ts";
import type { Language } from "../../planning/wire/reports.ts";
import type { ExportTable } from "../exports/ExportTable.ts";
import { byLowestShare } from "./brief/rankingTable.ts";
import { type TableColumn, tableWorkbook } from "./tableWorkbook.ts";
import type { View, ViewRow } from "./View.ts";
import { methodLines, noteLines } from "./words/methodLines.ts";
import { viewWords } from "./words/viewWords.ts";
import { wordsOf } from "./words/wordsOf.ts";

/** A workbook; its second sheet says how the figures were made. */
export function viewWorkbook(view: View, language: Language): Promise<Uint8Array> {
	const { file, method } = wordsOf(language);
	const { headline, mapNote } = viewWords(view, language);
	return tableWorkbook({
		sheetName: file.table,
		columns: columnsOf(view, language),
		rows: [...view.rows].sort(byLowestShare),
		notes: {
			sheetName: method.title,
			lines: [headline, ...methodLines(view, language), ...noteLines(view, language), mapNote],
		},
	});
}

/** The same rows and columns, for CSV. */
export function viewExportTable(view: View, language: Language): ExportTable {
	const columns = columnsOf(view, language);
	const rows = [...view.rows].sort(byLowestShare);
	return {
		name: `coverage-${view.category.code}-${view.level}`,
		title: wordsOf(language).file.table,
		shape: "none",
		columns: columns.map(({ header, isText }) => ({
			name: header,
			type: isText === true ? "text" : "number",
		})),
		rows: rows.map((row) => ({ values: columns.map(({ value }) => value(row)) })),
	};
}

interface ViewColumn extends TableColumn<ViewRow> {
	readonly isText?: true;
}

function columnsOf({ breaks }: View, language: Language): ViewColumn[] {
	const { ranking, noData } = wordsOf(language);
	const { columns } = ranking;
	const classWords = ({ pct }: ViewRow) =>
		pct === null ? noData : classLabel(classOf(pct, breaks.bounds), breaks.bounds);
	return [
		{ header: columns.code, width: 16, isText: true, value: ({ code }) => code },
		{ header: columns.name, width: 24, isText: true, value: ({ name }) => name },
		{ header: columns.parent, width: 18, isText: true, value: ({ parentName }) => parentName },
		{ header: columns.total, width: 12, value: ({ total }) => total },
		{ header: columns.covered, width: 12, value: ({ covered }) => covered },
		{ header: columns.beyond, width: 12, value: ({ total, covered }) => total - covered },
		{ header: `${columns.pct} %`, width: 12, value: ({ pct }) => pct },
		{ header: columns.notAttached, width: 14, value: ({ notAttached }) => notAttached },
		{ header: columns.classWords, width: 14, isText: true, value: classWords },
	];
}
