// The units of a view as a table to read.
import type { Knex } from "knex";
import type { ReportQuestion } from "../../planning/wire/reports.ts";
import type { Download } from "../exports/Download.ts";
import { writeCsv } from "../exports/writeCsv.ts";
import { fileNameOf } from "../reports/fileName.ts";
import { viewExportTable, viewWorkbook } from "../reports/viewTable.ts";
import { type ViewBasis, viewFigures } from "./viewFigures.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function tableOfView(
	db: Knex,
	basis: ViewBasis,
	question: ReportQuestion & { readonly format: "xlsx" | "csv" },
): Promise<Download> {
	const { format, lang } = question;
	const view = await viewFigures(db, basis, question);
	const fileName = fileNameOf(view, lang, { kind: "table", extension: format });
	if (format === "xlsx") return { media: XLSX, fileName, body: await viewWorkbook(view, lang) };
	const { media, body } = await writeCsv(viewExportTable(view, lang));
	return { media, fileName, body };
}
