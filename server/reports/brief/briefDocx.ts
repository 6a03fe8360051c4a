// A brief for Word: the same sentences and tables as in the PDF, to be edited further. Its letters are embedded.
import {
	Document,
	type FileChild,
	Footer,
	ImageRun,
	Packer,
	PageNumber,
	Paragraph,
	TextRun,
} from "docx";
import { MAIN_FILE, subsetOf } from "../fonts/fontFiles.ts";
import { NAME_IN_FILE } from "../fonts/typeface.ts";
import { INKS } from "../map/inks.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { Brief, BriefList } from "./Brief.ts";
import { BRIEF_MAP_MM } from "./briefMap.ts";
import { cardsTable, wordTable } from "./wordTables.ts";
import { heading, NOTE_STYLE, paragraph, printable, wordColour } from "./wordText.ts";

/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 1_440 / 25.4;
const PX_PER_MM = 96 / 25.4;
const DIGITS = "0123456789";
const SIDE_MM = (210 - BRIEF_MAP_MM.width) / 2;

/** `map`: the drawing as a PNG. */
export async function briefDocx(brief: Brief, map: Uint8Array): Promise<Uint8Array> {
	const letters = [
		...new Set(JSON.stringify(brief) + wordsOf(brief.language).page("1", "2").join("") + DIGITS),
	].join("");
	const [data, bold] = await Promise.all([
		subsetOf(MAIN_FILE, "regular", letters),
		subsetOf(MAIN_FILE, "bold", letters),
	]);
	const side = Math.round(SIDE_MM * TWIPS_PER_MM);
	const document = new Document({
		title: brief.title,
		creator: "界圈 Jiequan",
		description: brief.footer,
		fonts: [{ name: NAME_IN_FILE, data, bold }],
		styles: {
			default: {
				document: { run: { font: NAME_IN_FILE, size: 17, color: wordColour(INKS.text) } },
			},
		},
		sections: [
			{
				properties: {
					page: { size: A4, margin: { left: side, right: side, top: 850, bottom: 850 } },
				},
				footers: { default: footerOf(brief) },
				children: contentOf(brief, map),
			},
		],
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

const A4 = { width: Math.round(210 * TWIPS_PER_MM), height: Math.round(297 * TWIPS_PER_MM) };

function contentOf(brief: Brief, map: Uint8Array): FileChild[] {
	const { ranking, gaps, gapsNone } = brief;
	return [
		paragraph(brief.title, { size: 34, bold: true }),
		paragraph(brief.subtitle, NOTE_STYLE),
		paragraph(brief.headline, { size: 24, bold: true, before: 120, after: 120 }),
		cardsTable(brief.cards),
		heading(brief.mapTitle),
		mapPart(map, brief.mapTitle),
		heading(ranking.title),
		...wordTable(ranking),
		...(gaps === null ? listPart(gapsNone) : [heading(gaps.title), ...wordTable(gaps)]),
		...[brief.proposals, brief.method, brief.notes].flatMap(listPart),
	];
}

function listPart({ title, lines }: BriefList): Paragraph[] {
	return [heading(title), ...lines.map((line) => paragraph(line, { size: 16, after: 30 }))];
}

/** `title` is what is read aloud instead of the picture. */
function mapPart(data: Uint8Array, title: string): Paragraph {
	const transformation = {
		width: Math.round(BRIEF_MAP_MM.width * PX_PER_MM),
		height: Math.round(BRIEF_MAP_MM.height * PX_PER_MM),
	};
	const altText = { name: "map", title: printable(title), description: printable(title) };
	return new Paragraph({
		children: [new ImageRun({ type: "png", data, transformation, altText })],
	});
}

function footerOf({ footer, mapNote, language }: Brief): Footer {
	const { page } = wordsOf(language);
	const style = { size: 15, color: wordColour(INKS.quietText) };
	const words = `${printable(`${footer} · ${mapNote}`)}    `;
	const pages = [...page(PageNumber.CURRENT, PageNumber.TOTAL_PAGES)];
	return new Footer({
		children: [
			new Paragraph({ children: [new TextRun({ ...style, children: [words, ...pages] })] }),
		],
	});
}
