// What the check of a staged copy comes to: issues as rows of a table, the report, the comparison, shapes for the map.
import * as z from "zod";
import { wordsSchema } from "./understanding.ts";

export const severitySchema = z.enum(["blocking", "warning", "info"]);

/** One issue of the table, numbered from 1 in the order of the table. */
export const issueRowSchema = z.object({
	number: z.number(),
	code: z.string(),
	severity: severitySchema,
	/** Row or feature of the file, from 1. */
	row: z.number().nullable(),
	/** All rows it concerns (two units that overlap); empty when none is known. */
	rows: z.array(z.number()),
	lon: z.number().nullable(),
	lat: z.number().nullable(),
	/** Square metres of what does not fit; null where there is no area to tell. */
	areaM2: z.number().nullable(),
	message: wordsSchema,
	/** What was decided: nothing yet, dealt with by a mend step, or left as it is. */
	decision: z.enum(["open", "mended", "ignored"]),
	/** The mend step that would deal with it, in words; null when only the person can. */
	suggestion: wordsSchema.nullable(),
});

export type IssueRow = z.infer<typeof issueRowSchema>;

export const issueGroupSchema = z.object({
	code: z.string(),
	severity: severitySchema,
	/** Exact, also when fewer are listed. */
	count: z.number(),
	listed: z.number(),
});

/** What a check of the staged copy, steps included, came to. */
export const checkReportSchema = z.object({
	status: z.enum(["accepted", "warnings", "refused"]),
	read: z.number(),
	accepted: z.number(),
	leftOut: z.number(),
	groups: z.array(issueGroupSchema),
	reason: wordsSchema.extend({ code: z.string() }).nullable(),
	/** Total area of divisions in m², before and after the steps; null for other layers. */
	areaM2: z.object({ before: z.number(), after: z.number() }).nullable(),
	checkedAt: z.string(),
});

export type CheckReport = z.infer<typeof checkReportSchema>;

/** GET /api/uploads/:id/issues */
export const issuesSchema = z.object({ issues: z.array(issueRowSchema) });

export const changeSchema = z.object({
	change: z.enum(["added", "removed", "moved", "reshaped", "attributes"]),
	id: z.string(),
	name: z.string(),
	lon: z.number().nullable(),
	lat: z.number().nullable(),
	/** moved: metres. */
	distanceM: z.number().nullable(),
	/** reshaped: area before, after, and of what lies in only one of the two, m². */
	area: z.object({ beforeM2: z.number(), afterM2: z.number(), differentM2: z.number() }).nullable(),
	/** Field by field, as text. */
	fields: z.array(
		z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
	),
});

export type Change = z.infer<typeof changeSchema>;

/** GET /api/uploads/:id/comparison — against the versions in force. */
export const comparisonSchema = z.object({
	/** false: there is no version yet; everything is new. */
	hasCurrent: z.boolean(),
	counts: z.object({
		added: z.number(),
		removed: z.number(),
		moved: z.number(),
		reshaped: z.number(),
		attributes: z.number(),
		unchanged: z.number(),
	}),
	/** Capped; the counts are exact. */
	changes: z.array(changeSchema),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** GET /api/uploads/:id/shapes — features for the map; `role` says what they are. */
export const shapePropertiesSchema = z.object({
	/** staged: of the file after the steps; read: of the file as read (before the steps); current: in force. */
	role: z.enum(["staged", "read", "current"]),
	id: z.string(),
	name: z.string(),
	row: z.number().nullable(),
});
