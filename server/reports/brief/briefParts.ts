// The parts of a brief's pages: cards, tables, lists.
import type { Content } from "pdfmake/js/index.js";
import { INKS } from "../map/inks.ts";
import type { Say } from "../print/makePdf.ts";
import type { BriefCard, BriefColumn, BriefList, BriefTable } from "./Brief.ts";

const HEADING = {
	fontSize: 10,
	bold: true,
	margin: [0, 9, 0, 3] as const,
};
const NOTE = { fontSize: 7.5, color: INKS.quietText };
const CELL_PT = 4;

/** Side by side, each a quarter of the page. */
export function cardsPart(cards: readonly BriefCard[], say: Say): Content {
	const cell = ({ label, figure, note, isBeyond }: BriefCard): Content => ({
		stack: [
			say(label, NOTE),
			say(figure, { fontSize: 17, bold: true, color: isBeyond ? INKS.beyondDot : INKS.teal }),
			say(note, NOTE),
		],
		margin: [0, 3, 0, 3],
	});
	return { table: { widths: cards.map(() => "*"), body: [cards.map(cell)] }, layout: CARD_LAYOUT };
}

/** On one page: a brief shows no more rows than a page holds. */
export function tablePart(
	{ title, columns, rows, note }: BriefTable,
	widthPt: number,
	say: Say,
): Content {
	const widths = columns.map(({ widthShare }) => widthShare * widthPt - 2 * CELL_PT);
	const cell = (words: string, { isNumber }: BriefColumn, style = {}) =>
		say(words, { ...style, alignment: isNumber ? "right" : "left" });
	const head = columns.map((column) => cell(column.title, column, { ...NOTE, bold: true }));
	const body = rows.map((row) => columns.map((column, i) => cell(row[i] ?? "", column)));
	const table: Content = {
		table: { widths, body: [head, ...body] },
		layout: TABLE_LAYOUT,
	};
	const below = note === "" ? [] : [say(note, { ...NOTE, margin: [0, 2, 0, 0] })];
	return { stack: [say(title, HEADING), table, ...below], unbreakable: true };
}

export function listPart({ title, lines }: BriefList, say: Say): Content {
	const said = lines.map((line) => say(line, { fontSize: 8, margin: [0, 0, 0, 1.5] }));
	return { stack: [say(title, HEADING), ...said], unbreakable: true };
}

const CARD_LAYOUT = {
	hLineWidth: () => 0.6,
	vLineWidth: () => 0.6,
	hLineColor: () => INKS.line,
	vLineColor: () => INKS.line,
	paddingLeft: () => CELL_PT,
	paddingRight: () => CELL_PT,
};

const TABLE_LAYOUT = {
	hLineWidth: (line: number) => (line === 1 ? 0.8 : 0.3),
	vLineWidth: () => 0,
	hLineColor: (line: number) => (line === 1 ? INKS.border : INKS.line),
	paddingLeft: () => CELL_PT,
	paddingRight: () => CELL_PT,
	paddingTop: () => 1.1,
	paddingBottom: () => 1.1,
};
