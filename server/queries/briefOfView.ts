// The brief of a view: figures, map, and the findings of its category, ready to be printed.
import type { Knex } from "knex";
import type { FlagCode } from "../../planning/coverage/analysis.ts";
import { COMPOSITE_PARTS } from "../../planning/coverage/figures/composite.ts";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import type { ReportQuestion } from "../../planning/wire/reports.ts";
import { briefContent } from "../reports/brief/briefContent.ts";
import { briefMap } from "../reports/brief/briefMap.ts";
import type { BriefFindings } from "../reports/brief/gapWords.ts";
import { fileNameOf } from "../reports/fileName.ts";
import type { PrintJob } from "../reports/print/printPaper.ts";
import type { View } from "../reports/View.ts";
import { mapPanelOf } from "./mapPanelOf.ts";
import { topFindings } from "./topFindings.ts";
import { unitRows } from "./unitRows.ts";
import type { ViewBasis } from "./viewFigures.ts";

const MEDIA = {
	pdf: "application/pdf",
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export async function briefOfView(
	db: Knex,
	basis: ViewBasis,
	question: ReportQuestion & { readonly format: keyof typeof MEDIA },
): Promise<PrintJob> {
	const { format, lang } = question;
	const panel = await mapPanelOf(db, basis, question);
	const brief = briefContent(panel.view, await findingsOf(db, basis, panel.view), lang);
	return {
		media: MEDIA[format],
		fileName: fileNameOf(panel.view, lang, { kind: "brief", extension: format }),
		order: { kind: "brief", format, brief, map: briefMap(panel) },
	};
}

async function findingsOf(
	db: Knex,
	{ snapshot, runId }: ViewBasis,
	{ category, area }: View,
): Promise<BriefFindings> {
	const { flags, countsByFlag } = await topFindings(
		db,
		{ runId, snapshotId: snapshot.id },
		{
			categories: category.code === COMPOSITE ? COMPOSITE_PARTS.flat() : [category.code],
			unitCode: area.kind === "all" ? null : area.code,
		},
	);
	const names = new Map((await unitRows(db, snapshot.id)).map(({ code, name }) => [code, name]));
	return {
		flags: flags.map(({ flag, residents, lever, unitCodes }) => ({
			flag: flag as FlagCode, // the analysis wrote it
			residents,
			lever,
			unitNames: unitCodes.map((code) => names.get(code) ?? code),
		})),
		countsByFlag,
	};
}
