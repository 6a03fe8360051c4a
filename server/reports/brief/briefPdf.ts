// A brief on A4: what matters on the first page; ranking, gaps, proposals and method behind it.
import type { Content, PdfDefinition } from "pdfmake/js/index.js";
import { typefaceFor } from "../fonts/typeface.ts";
import { INKS } from "../map/inks.ts";
import { makePdf, PT_PER_MM, type Say, sayIn } from "../print/makePdf.ts";
import { withFamilies } from "../print/svgLetters.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { Brief } from "./Brief.ts";
import { BRIEF_MAP_MM } from "./briefMap.ts";
import { cardsPart, listPart, tablePart } from "./briefParts.ts";

const PAGE_MM = { width: 210, top: 15, bottom: 16 };
/** Tables are as wide as the map. */
const WIDTH_PT = BRIEF_MAP_MM.width * PT_PER_MM;
const SIDE_PT = ((PAGE_MM.width - BRIEF_MAP_MM.width) / 2) * PT_PER_MM;
const DIGITS = "0123456789";

/** `map`: an SVG drawing as wide as the brief. */
export async function briefPdf(brief: Brief, map: string): Promise<Uint8Array> {
	const { page } = wordsOf(brief.language);
	const typeface = await typefaceFor([JSON.stringify(brief), map, ...page("1", "2"), DIGITS]);
	const say = sayIn(typeface);
	const definition: PdfDefinition = {
		pageSize: "A4",
		pageMargins: [SIDE_PT, PAGE_MM.top * PT_PER_MM, SIDE_PT, PAGE_MM.bottom * PT_PER_MM],
		content: contentOf(brief, say, withFamilies(map, typeface)),
		footer: footerOf(brief, say),
		defaultStyle: { fontSize: 8.5, color: INKS.text, lineHeight: 1.12 },
	};
	return await makePdf({ definition, title: brief.title, date: brief.date }, typeface);
}

function contentOf(brief: Brief, say: Say, map: string): Content[] {
	const { gaps, gapsNone } = brief;
	return [
		say(brief.title, { fontSize: 17, bold: true }),
		say(brief.subtitle, { fontSize: 7.5, color: INKS.quietText, margin: [0, 2, 0, 6] }),
		rule(),
		say(brief.headline, { fontSize: 12, bold: true, margin: [0, 8, 0, 8] }),
		cardsPart(brief.cards, say),
		say(brief.mapTitle, { fontSize: 10, bold: true, margin: [0, 10, 0, 4] }),
		{ svg: map, width: WIDTH_PT },
		tablePart(brief.ranking, WIDTH_PT, say),
		gaps === null ? listPart(gapsNone, say) : tablePart(gaps, WIDTH_PT, say),
		listPart(brief.proposals, say),
		listPart(brief.method, say),
		listPart(brief.notes, say),
	];
}

function rule(): Content {
	const line = { type: "line" as const, x1: 0, y1: 0, x2: WIDTH_PT, y2: 0 };
	return { canvas: [{ ...line, lineWidth: 1, lineColor: INKS.border }] };
}

function footerOf(
	{ footer, mapNote, language }: Brief,
	say: Say,
): NonNullable<PdfDefinition["footer"]> {
	const style = { fontSize: 7.5, color: INKS.quietText };
	return (page, pages) => ({
		columns: [
			say(`${footer} · ${mapNote}`, style),
			say(wordsOf(language).page(String(page), String(pages)).join(""), {
				...style,
				alignment: "right",
			}),
		],
		margin: [SIDE_PT, 14, SIDE_PT, 0],
	});
}
