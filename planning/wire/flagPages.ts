// The contract of findings: a page of them at a time, those of most people first, and one with all its evidence.
import * as z from "zod";
import { FLAG_CODES } from "../coverage/analysis.ts";
import { flagSchema, runQuerySchema } from "./api.ts";

/** GET /api/flags?profile — whatever is left out is not asked for. */
export const flagQuerySchema = runQuerySchema.extend({
	flag: z.enum(FLAG_CODES).optional(),
	/** A code of the catalogue, or `none`: findings about no category. */
	category: z.string().min(1).max(40).optional(),
	/** Code of a unit that the finding names. */
	unit: z.string().min(1).max(100).optional(),
	lever: flagSchema.shape.lever.optional(),
	/** Words in the name of a unit or category that it names, or the beginning of a unit's code. */
	q: z.string().trim().min(1).max(100).optional(),
	/** `next` of the page before. */
	after: z
		.string()
		.regex(/^\d{1,9}:.+$/)
		.max(400)
		.optional(),
	limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type FlagQuery = z.infer<typeof flagQuerySchema>;

/** A finding without its residences and its shape. */
export const flagSummarySchema = flagSchema.omit({ residenceIds: true, place: true });
export type FlagSummary = z.infer<typeof flagSummarySchema>;

export const flagPageSchema = z.object({
	/** By residents, the most first, then by id in UTF-8 order. */
	flags: z.array(flagSummarySchema),
	/** Of all pages. */
	total: z.number(),
	/** What to ask for `after`; null on the last page. */
	next: z.string().nullable(),
	/** Findings by code, whatever `flag` says; codes without any are left out. */
	countsByFlag: z.record(z.string(), z.number()),
});
export type FlagPage = z.infer<typeof flagPageSchema>;
