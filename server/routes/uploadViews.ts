// What the wizard shows of an upload: issues, shapes for the map, the comparison, the table to send back.
import { Readable } from "node:stream";
import * as z from "zod";
import {
	comparisonSchema,
	issuesSchema,
	shapePropertiesSchema,
} from "../../planning/wire/checking.ts";
import { DOWNLOAD, EVENTS, route } from "../http/Route.ts";
import { issuesOfUpload, requireUpload } from "../queries/uploadRows.ts";
import { comparisonOfUpload, shapesOfUpload } from "../queries/uploadViews.ts";
import { issuesWorkbook } from "../reports/issuesWorkbook.ts";

const idSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Kept as made by the check: any GeoJSON geometry. */
const shapesSchema = z.object({
	type: z.literal("FeatureCollection"),
	/** How many features there are; the map gets at most 20,000. */
	total: z.number(),
	features: z.array(
		z.object({
			type: z.literal("Feature"),
			properties: shapePropertiesSchema,
			geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
		}),
	),
});

/** Kept up while a commit holds the only connection of the embedded engine: news needs no database. */
export const getUploadProgress = route({
	method: "get",
	path: "/api/uploads/:id/progress",
	summary: "What runs for an upload, as server-sent events until nothing does",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: EVENTS,
	missing: "upload.unknown",
	answer: async ({ db, work, params: { id } }) => {
		await requireUpload(db, id);
		return Readable.from(events(work.uploads.watch(id)));
	},
});

async function* events(news: AsyncIterable<unknown>): AsyncIterable<string> {
	for await (const piece of news) yield `data: ${JSON.stringify(piece)}\n\n`;
}

export const getUploadIssues = route({
	method: "get",
	path: "/api/uploads/:id/issues",
	summary: "Every issue of the last check with its place and what was decided",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: issuesSchema,
	missing: "upload.unknown",
	answer: async ({ db, params: { id } }) => {
		await requireUpload(db, id);
		return { issues: await issuesOfUpload(db, id) };
	},
});

export const getUploadWorkbook = route({
	method: "get",
	path: "/api/uploads/:id/issues.xlsx",
	summary: "The issues as a workbook to send back",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: DOWNLOAD,
	missing: "upload.unknown",
	answer: async ({ db, params: { id } }) => {
		const { files, fileHash, checked } = await requireUpload(db, id);
		const fileName = files.map(({ name }) => name).join("、");
		const body = await issuesWorkbook(
			{ fileName, fileHash, checkedAt: checked?.report.checkedAt ?? null },
			await issuesOfUpload(db, id),
		);
		return { media: XLSX, fileName: `问题表-${files[0]?.name ?? id}.xlsx`, body };
	},
});

export const getUploadShapes = route({
	method: "get",
	path: "/api/uploads/:id/shapes",
	summary: "Features for the map: of the file before and after the mends, and those in force",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: shapesSchema,
	missing: "upload.unknown",
	answer: async ({ db, work, params: { id } }) => {
		await requireUpload(db, id);
		return shapesOfUpload(work.files, id);
	},
});

export const getUploadComparison = route({
	method: "get",
	path: "/api/uploads/:id/comparison",
	summary: "What would change against the version in force, field by field",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: comparisonSchema,
	missing: "upload.unknown",
	answer: async ({ db, work, params: { id } }) => {
		await requireUpload(db, id);
		return comparisonOfUpload(work.files, id);
	},
});
