// Reports and exports of a view: asked in the words of the view's own address, and in which form it is taken away.
import * as z from "zod";
import { unitKindSchema } from "./api.ts";
import { questionSchema } from "./figuresApi.ts";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What every report is asked about. */
export const reportQuestionSchema = questionSchema.extend({
	lang: z.enum(LANGUAGES).default("zh"),
	/** Only one unit: its kind and code, `street:310199001000`; the whole city when absent. */
	unit: z
		.string()
		.regex(new RegExp(`^(${unitKindSchema.options.join("|")}):.{1,100}$`))
		.optional(),
});
export type ReportQuestion = z.infer<typeof reportQuestionSchema>;

/** Kind and code of the unit that is asked for; null for the whole city. */
export function unitAsked({ unit }: Pick<ReportQuestion, "unit">) {
	if (unit === undefined) return null;
	const [kind] = unit.split(":", 1);
	return { kind: unitKindSchema.parse(kind), code: unit.slice((kind ?? "").length + 1) };
}

/** GET /api/reports/brief — one or two pages to hand over */
export const briefFormatSchema = z.enum(["pdf", "docx"]);

/** GET /api/reports/sheet — the map with title block, legend, scale, north arrow, date and source */
export const sheetOptionsSchema = z.object({
	format: z.enum(["svg", "png", "pdf"]).default("pdf"),
	paper: z.enum(["a4", "a3"]).default("a4"),
	orientation: z.enum(["landscape", "portrait"]).default("landscape"),
	/** Dots per inch of a PNG. */
	dpi: z.enum(["150", "300"]).default("150"),
});
export type SheetOptions = z.infer<typeof sheetOptionsSchema>;

/** GET /api/reports/table — the ranking as a table to read */
export const tableFormatSchema = z.enum(["xlsx", "csv"]);
/** GET /api/reports/data — the units with shapes and figures, for other programs */
export const dataFormatSchema = z.enum(["geojson", "csv"]);
