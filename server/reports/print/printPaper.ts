// Papers that take longer than a reader of the web page may be kept waiting: made on a thread of their own.

import type { Download } from "../../exports/Download.ts";
import type { Brief } from "../brief/Brief.ts";
import { BRIEF_MAP_MM } from "../brief/briefMap.ts";
import type { Sheet } from "../sheet/sheetPdf.ts";

/** What is to be printed, and the file it becomes. */
export interface PrintJob extends Omit<Download, "body"> {
	readonly order: PaperOrder;
}

/** Of the map in a Word document: as fine as an office printer. */
const DOCX_MAP_DPI = 300;

interface BriefOrder {
	readonly kind: "brief";
	readonly format: "pdf" | "docx";
	readonly brief: Brief;
	/** The drawing. */
	readonly map: string;
}

export type PaperOrder =
	| BriefOrder
	| { readonly kind: "sheet"; readonly sheet: Sheet }
	| { readonly kind: "svg"; readonly svg: string }
	| { readonly kind: "png"; readonly svg: string; readonly widthMm: number; readonly dpi: number };

/** Each kind loads the libraries that it needs: together they take seconds. */
export async function printPaper(order: PaperOrder): Promise<Uint8Array> {
	switch (order.kind) {
		case "svg":
			return Buffer.from(order.svg);
		case "png":
			return await (await import("./svgToPng.ts")).svgToPng(order.svg, order);
		case "sheet":
			return await (await import("../sheet/sheetPdf.ts")).sheetPdf(order.sheet);
		case "brief":
			return await printBrief(order);
	}
}

async function printBrief({ brief, map, format }: BriefOrder): Promise<Uint8Array> {
	if (format === "pdf") return await (await import("../brief/briefPdf.ts")).briefPdf(brief, map);
	const { svgToPng } = await import("./svgToPng.ts");
	const picture = await svgToPng(map, { widthMm: BRIEF_MAP_MM.width, dpi: DOCX_MAP_DPI });
	return await (await import("../brief/briefDocx.ts")).briefDocx(brief, picture);
}
