// The map of a view as a sheet, ready to be printed.
import type { Knex } from "knex";
import type { ReportQuestion, SheetOptions } from "../../planning/wire/reports.ts";
import { fileNameOf } from "../reports/fileName.ts";
import type { PaperOrder, PrintJob } from "../reports/print/printPaper.ts";
import { paperSizeMm, sheetSvg } from "../reports/sheet/sheetSvg.ts";
import type { View } from "../reports/View.ts";
import { viewWords } from "../reports/words/viewWords.ts";
import { wordsOf } from "../reports/words/wordsOf.ts";
import { mapPanelOf } from "./mapPanelOf.ts";
import type { ViewBasis } from "./viewFigures.ts";

const MEDIA = { svg: "image/svg+xml", png: "image/png", pdf: "application/pdf" } as const;

type SheetQuestion = ReportQuestion & SheetOptions;

export async function sheetOfView(
	db: Knex,
	basis: ViewBasis,
	question: SheetQuestion,
): Promise<PrintJob> {
	const panel = await mapPanelOf(db, basis, question);
	const { format, lang } = question;
	return {
		media: MEDIA[format],
		fileName: fileNameOf(panel.view, lang, { kind: "sheet", extension: format }),
		order: orderOf(sheetSvg(panel, question), panel.view, question),
	};
}

function orderOf(svg: string, view: View, question: SheetQuestion): PaperOrder {
	const { format, dpi, lang } = question;
	if (format === "svg") return { kind: "svg", svg };
	const [widthMm] = paperSizeMm(question);
	if (format === "png") return { kind: "png", svg, widthMm, dpi: Number(dpi) };
	const { area, service } = viewWords(view, lang);
	const title = wordsOf(lang).mapTitle(area, service);
	const { paper, orientation } = question;
	return {
		kind: "sheet",
		sheet: { svg, title, paper: { paper, orientation }, date: view.snapshot.asOf },
	};
}
