// A document as PDF, with the letters it uses embedded: nothing is fetched, and no font of the machine is taken.
import pdfmake, { type PdfDefinition, type Style, type TextContent } from "pdfmake/js/index.js";
import { FAMILY, type Typeface } from "../fonts/typeface.ts";
import { withFontFiles } from "../fonts/withFontFiles.ts";

export const PT_PER_MM = 72 / 25.4;

const MAKER = "界圈 Jiequan";

export interface PdfDocument {
	readonly definition: PdfDefinition;
	readonly title: string;
	/** YYYY-MM-DD, written as the time of making: the same paper is the same file. */
	readonly date: string;
}

/** One at a time in a thread: the library keeps its fonts for the whole process. */
export async function makePdf(
	{ definition, title, date }: PdfDocument,
	typeface: Typeface,
): Promise<Uint8Array> {
	return await withFontFiles(typeface, async (files) => {
		const paths = new Set(files.flatMap(({ regular, bold }) => [regular, bold]));
		pdfmake.setUrlAccessPolicy(() => false);
		pdfmake.setLocalAccessPolicy((path) => paths.has(path));
		pdfmake.setFonts(
			Object.fromEntries(
				files.map(({ family, regular, bold }) => [family, { normal: regular, bold }]),
			),
		);
		const made = pdfmake.createPdf({
			...definition,
			info: { title, creator: MAKER, producer: MAKER, creationDate: new Date(`${date}T00:00:00Z`) },
			defaultStyle: { font: FAMILY, ...definition.defaultStyle },
		});
		return await made.getBuffer();
	});
}

/** Writes text, in pieces of one font each, as styled. */
export type Say = (text: string, style?: Style) => TextContent;

export function sayIn(typeface: Typeface): Say {
	return (text, style = {}) => ({
		...style,
		text: typeface.runs(text).map((run) => ({ text: run.text, font: run.family })),
	});
}
