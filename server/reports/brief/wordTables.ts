// Cards and tables of a Word document, as wide as the page.
import {
	BorderStyle,
	type ITableCellOptions,
	type Paragraph,
	Table,
	TableCell,
	TableRow,
	WidthType,
} from "docx";
import { INKS } from "../map/inks.ts";
import type { BriefCard, BriefColumn, BriefTable } from "./Brief.ts";
import { NOTE_STYLE, paragraph, type WordStyle, wordColour } from "./wordText.ts";

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: wordColour(INKS.line) };
const HEAD_LINE = { style: BorderStyle.SINGLE, size: 6, color: wordColour(INKS.border) };
const MARGINS = { top: 30, bottom: 30, left: 80, right: 80 };
const WHOLE = { size: 100, type: WidthType.PERCENTAGE };

export function cardsTable(cards: readonly BriefCard[]): Table {
	const cells = cards.map(
		({ label, figure, note, isBeyond }) =>
			new TableCell({
				margins: MARGINS,
				borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
				width: { size: 100 / cards.length, type: WidthType.PERCENTAGE },
				children: [
					paragraph(label, NOTE_STYLE),
					paragraph(figure, { size: 34, bold: true, ink: isBeyond ? INKS.beyondDot : INKS.teal }),
					paragraph(note, NOTE_STYLE),
				],
			}),
	);
	return new Table({ width: WHOLE, rows: [new TableRow({ cantSplit: true, children: cells })] });
}

/** The table and the note below it. */
export function wordTable({ columns, rows, note }: BriefTable): (Table | Paragraph)[] {
	const line = (words: readonly string[], bottom: Edge, style: WordStyle = {}) =>
		columns.map((column, i) => cellOf(words[i] ?? "", column, { bottom, style }));
	const titles = columns.map(({ title }) => title);
	const table = new Table({
		width: WHOLE,
		borders: { top: LINE, bottom: LINE, left: NO_LINE, right: NO_LINE },
		rows: [
			new TableRow({
				tableHeader: true,
				children: line(titles, HEAD_LINE, { ...NOTE_STYLE, bold: true }),
			}),
			...rows.map((row) => new TableRow({ cantSplit: true, children: line(row, LINE) })),
		],
	});
	return [table, ...(note === "" ? [] : [paragraph(note, { ...NOTE_STYLE, before: 40 })])];
}

type Edge = NonNullable<NonNullable<ITableCellOptions["borders"]>["bottom"]>;

function cellOf(
	words: string,
	{ isNumber, widthShare }: BriefColumn,
	{ bottom, style }: { readonly bottom: Edge; readonly style: WordStyle },
): TableCell {
	return new TableCell({
		margins: MARGINS,
		borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom },
		width: { size: 100 * widthShare, type: WidthType.PERCENTAGE },
		children: [paragraph(words, { ...style, isRight: isNumber })],
	});
}
