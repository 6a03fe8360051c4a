// The sheet as PDF: the drawing fills the page, its letters stay letters.

import { typefaceFor } from "../fonts/typeface.ts";
import { makePdf, PT_PER_MM } from "../print/makePdf.ts";
import { withFamilies } from "../print/svgLetters.ts";
import type { SheetPaper } from "./sheetSvg.ts";
import { paperSizeMm } from "./sheetSvg.ts";

export interface Sheet {
	readonly svg: string;
	readonly paper: SheetPaper;
	readonly title: string;
	/** YYYY-MM-DD */
	readonly date: string;
}

export async function sheetPdf({ svg, paper, title, date }: Sheet): Promise<Uint8Array> {
	const typeface = await typefaceFor([svg]);
	const [widthMm, heightMm] = paperSizeMm(paper);
	const pageSize = { width: widthMm * PT_PER_MM, height: heightMm * PT_PER_MM };
	const content = [{ svg: withFamilies(svg, typeface), width: pageSize.width }];
	const definition = { pageSize, pageMargins: 0, content };
	return await makePdf({ definition, title, date }, typeface);
}
