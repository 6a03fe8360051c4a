import * as z from "zod";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import {
	briefFormatSchema,
	dataFormatSchema,
	type ReportQuestion,
	reportQuestionSchema,
	sheetOptionsSchema,
	tableFormatSchema,
	unitAsked,
} from "../../planning/wire/reports.ts";
import type { Download } from "../exports/Download.ts";
import { DOWNLOAD, route } from "../http/Route.ts";
import type { PaperPress } from "../jobs/paperPress.ts";
import { briefOfView } from "../queries/briefOfView.ts";
import { dataOfView } from "../queries/dataOfView.ts";
import { unitLineage } from "../queries/findUnit.ts";
import { sheetOfView } from "../queries/sheetOfView.ts";
import { tableOfView } from "../queries/tableOfView.ts";
import type { PrintJob } from "../reports/print/printPaper.ts";

const questionSchema = reportQuestionSchema.extend({
	category: z.enum([...CATEGORIES.map(({ code }) => code), COMPOSITE]),
});

interface ReportCall {
	readonly db: Parameters<typeof unitLineage>[0];
	readonly snapshot: { readonly id: number };
	readonly query: Pick<ReportQuestion, "unit">;
}

/** A grant for some units makes reports of those units and what lies in them, none of the whole city. */
async function lineage({ db, snapshot, query }: ReportCall): Promise<readonly string[]> {
	const unit = unitAsked(query);
	return unit === null ? [] : unitLineage(db, snapshot.id, unit);
}

async function printed(papers: PaperPress, job: PrintJob): Promise<Download> {
	const { order, media, fileName } = job;
	return { media, fileName, body: await papers.print(order) };
}

export const getBrief = route({
	method: "get",
	path: "/api/reports/brief",
	summary: "One or two pages on a view: headline, map, ranking, gaps, proposals, method",
	action: "reports.make",
	basis: "run",
	query: questionSchema.extend({ format: briefFormatSchema.default("pdf") }),
	answers: DOWNLOAD,
	lineage,
	answer: async ({ db, snapshot, run, query, work }) =>
		printed(work.papers, await briefOfView(db, { snapshot, runId: run.id }, query)),
});

export const getSheet = route({
	method: "get",
	path: "/api/reports/sheet",
	summary: "The map of a view with title block, legend, scale, north arrow, date and source",
	action: "reports.make",
	basis: "run",
	query: questionSchema.extend(sheetOptionsSchema.shape),
	answers: DOWNLOAD,
	lineage,
	answer: async ({ db, snapshot, run, query, work }) =>
		printed(work.papers, await sheetOfView(db, { snapshot, runId: run.id }, query)),
});

export const getReportTable = route({
	method: "get",
	path: "/api/reports/table",
	summary: "Units of a view with their figures, to read",
	action: "reports.make",
	basis: "run",
	query: questionSchema.extend({ format: tableFormatSchema.default("xlsx") }),
	answers: DOWNLOAD,
	lineage,
	answer: ({ db, snapshot, run, query }) => tableOfView(db, { snapshot, runId: run.id }, query),
});

export const getReportData = route({
	method: "get",
	path: "/api/reports/data",
	summary: "Units of a view with shapes (WGS84) and figures, for other programs",
	action: "reports.make",
	basis: "run",
	query: questionSchema.extend({ format: dataFormatSchema.default("geojson") }),
	answers: DOWNLOAD,
	lineage,
	answer: ({ db, snapshot, run, query }) => dataOfView(db, { snapshot, runId: run.id }, query),
});
