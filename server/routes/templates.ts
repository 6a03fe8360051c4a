// Templates to fill in and examples to look at, one per kind of layer; anyone signed in may have them.
import * as z from "zod";
import { uploadKindSchema } from "../../planning/wire/understanding.ts";
import { templateWorkbook } from "../exports/templates.ts";
import { DOWNLOAD, route } from "../http/Route.ts";
import { exampleFile } from "../queries/exampleFile.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const kindSchema = z.object({ kind: uploadKindSchema });

export const getTemplate = route({
	method: "get",
	path: "/api/templates/:kind.xlsx",
	summary: "A workbook to fill in",
	action: "data.read",
	basis: "nothing",
	params: kindSchema,
	query: z.object({ language: z.enum(["zh", "en"]).default("zh") }),
	answers: DOWNLOAD,
	answer: async ({ params: { kind }, query: { language } }) => ({
		media: XLSX,
		fileName: language === "zh" ? `模板-${kind}.xlsx` : `template-${kind}.xlsx`,
		body: await templateWorkbook(kind, language),
	}),
});

export const getExample = route({
	method: "get",
	path: "/api/examples/:kind",
	summary: "A small file that is as it should be",
	action: "data.read",
	basis: "nothing",
	params: kindSchema,
	answers: DOWNLOAD,
	answer: ({ params: { kind } }) => exampleFile(kind),
});
