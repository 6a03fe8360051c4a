// Handing in data (journey A): what the wizard shows and sends at each stage. Stages: received → understood → checked →
// (mended) → committed. Everything a stage shows follows from the file, the settings and the mend steps, so that a
// stage can be left and resumed.
import * as z from "zod";
import { unitKindSchema } from "./api.ts";
import { checkReportSchema } from "./checking.ts";
import { mendReportSchema, mendStepSchema, suggestionSchema } from "./mends.ts";
import { understandingSchema, uploadKindSchema, wordsSchema } from "./understanding.ts";

/** What the person confirmed or changed. Absent members: as understood. */
export const uploadSettingsSchema = z.object({
	kind: uploadKindSchema,
	layer: z.string().nullable().default(null),
	encoding: z.string().nullable().default(null),
	/** `EPSG:n`, `local:NAME`, `gcj02`, `bd09`; null: as found. */
	crs: z.string().nullable().default(null),
	isSwapped: z.boolean().default(false),
	/** Divisions. */
	level: unitKindSchema.nullable().default(null),
	/** Facilities: the category of all; null when the field `category` is mapped. */
	category: z.string().nullable().default(null),
	/** Column of each field. */
	columns: z.record(z.string(), z.string()).default({}),
	where: z.array(z.object({ column: z.string(), value: z.string() })).default([]),
	/** Replace only what lies in this unit. */
	within: z.string().nullable().default(null),
	/** Append instead of replacing. */
	add: z.boolean().default(false),
});

export type UploadSettings = z.infer<typeof uploadSettingsSchema>;

export const uploadStateSchema = z.enum([
	"receiving",
	"received",
	"understood",
	"checked",
	"committed",
	"discarded",
	"failed",
]);

export type UploadState = z.infer<typeof uploadStateSchema>;

export const workSchema = z.object({
	stage: z.enum(["receive", "understand", "check", "compare", "commit"]),
	/** What it is at, in words a person follows. */
	words: wordsSchema,
	done: z.number(),
	/** null where the end is not known. */
	total: z.number().nullable(),
	elapsedS: z.number(),
	/** Issues found so far in a file that is still being read; null before any news. */
	found: z
		.object({
			blocking: z.number(),
			warning: z.number(),
			info: z.number(),
			first: z.array(wordsSchema),
		})
		.nullable(),
});

export type Work = z.infer<typeof workSchema>;

/** A layer as a commit left it; `unchanged`: it had exactly this content before. */
export const committedLayerSchema = z.object({
	kind: z.string(),
	scope: z.string(),
	versionId: z.number(),
	unchanged: z.boolean(),
	features: z.number(),
});

/** GET /api/uploads/:id */
export const uploadSchema = z.object({
	id: z.number(),
	fileNames: z.array(z.string()),
	sizeBytes: z.number(),
	fileHash: z.string().nullable(),
	createdAt: z.string(),
	updatedAt: z.string(),
	createdBy: z.string(),
	state: uploadStateSchema,
	/** What is running for it now. */
	work: workSchema.nullable(),
	/** Why it could not go on; the upload can be corrected or discarded. */
	problem: wordsSchema.extend({ code: z.string() }).nullable(),
	understanding: understandingSchema.nullable(),
	/** The settings last used. */
	settings: uploadSettingsSchema.nullable(),
	report: checkReportSchema.nullable(),
	/** Steps applied, in order, each with what it did. */
	steps: z.array(mendReportSchema),
	suggestions: z.array(suggestionSchema),
	/** Numbers of issues that the person decided to leave. */
	ignored: z.array(z.number()),
	committed: z
		.object({
			at: z.string(),
			reason: z.string().nullable(),
			unchanged: z.boolean(),
			layers: z.array(committedLayerSchema),
			snapshot: z.string().nullable(),
		})
		.nullable(),
});

export type Upload = z.infer<typeof uploadSchema>;

/** GET /api/uploads */
export const uploadListSchema = z.object({ uploads: z.array(uploadSchema) });

/** POST /api/uploads — announce the files; then PUT each, then POST …/understand. */
export const beginUploadSchema = z.object({
	files: z
		.array(z.object({ name: z.string().min(1).max(255), sizeBytes: z.number().int().min(0) }))
		.min(1)
		.max(20),
});

/** POST /api/uploads/:id/understand — look again, at another layer or with another encoding or CRS. */
export const understandSchema = z.object({
	layer: z.string().nullable().default(null),
	encoding: z.string().nullable().default(null),
	crs: z.string().nullable().default(null),
	/** null: look. */
	isSwapped: z.boolean().nullable().default(null),
	kind: uploadKindSchema.nullable().default(null),
});

/** POST /api/uploads/:id/check — confirm the settings; checking starts. */
export const checkUploadSchema = z.object({ settings: uploadSettingsSchema });

/** POST /api/uploads/:id/steps — the list of steps to apply, all of it (undo: a shorter list), and what to ignore. */
export const stepsSchema = z.object({
	steps: z.array(mendStepSchema).max(5_000),
	ignored: z.array(z.number()).default([]),
});

/** POST /api/uploads/:id/commit */
export const commitUploadSchema = z.object({
	/** The tick: "I have seen the warnings". */
	acceptWarnings: z.boolean().default(false),
	/** Needed with warnings. */
	reason: z.string().trim().max(2_000).default(""),
	/** Also make the new snapshot and queue its analysis. */
	renewSnapshot: z.boolean().default(true),
});
