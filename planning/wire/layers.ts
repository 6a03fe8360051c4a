// Layers and their versions: the list data staff start from, the history, where each version came from, corrections.
import * as z from "zod";
import { issueGroupSchema } from "./checking.ts";
import { mendReportSchema } from "./mends.ts";
import { uploadKindSchema } from "./understanding.ts";
import { committedLayerSchema, uploadSettingsSchema } from "./uploads.ts";

/** Share of records that have a field. */
export const completenessSchema = z.object({
	/** e.g. `code`, `households`, `floorAreaM2`; words in the client. */
	field: z.string(),
	filled: z.number(),
	of: z.number(),
});

export const layerSummarySchema = z.object({
	kind: uploadKindSchema,
	scope: z.string(),
	versionId: z.number(),
	/** 1 for the first commit of the layer, 2 for the second … */
	versionNumber: z.number(),
	features: z.number(),
	committedAt: z.string(),
	/** null: from the command line. */
	committedBy: z.string().nullable(),
	reason: z.string().nullable(),
	sourceName: z.string(),
	completeness: z.array(completenessSchema),
	/** False when the current snapshot still stands on an earlier version. */
	isInSnapshot: z.boolean(),
});
export type LayerSummary = z.infer<typeof layerSummarySchema>;

/** GET /api/layers */
export const layersSchema = z.object({ layers: z.array(layerSummarySchema) });

export const versionRowSchema = z.object({
	commitId: z.number(),
	versionId: z.number(),
	versionNumber: z.number(),
	isCurrent: z.boolean(),
	features: z.number(),
	committedAt: z.string(),
	committedBy: z.string().nullable(),
	reason: z.string().nullable(),
	sourceName: z.string(),
	/** True when this commit brought back an earlier version. */
	isRollBack: z.boolean(),
});
export type VersionRow = z.infer<typeof versionRowSchema>;

/** GET /api/layers/:kind/versions?scope */
export const versionsSchema = z.object({ versions: z.array(versionRowSchema) });

/** GET /api/versions/:id */
export const versionSchema = z.object({
	kind: uploadKindSchema,
	scope: z.string(),
	versionId: z.number(),
	features: z.number(),
	contentHash: z.string(),
	source: z.object({
		name: z.string(),
		hash: z.string(),
		format: z.string(),
		crs: z.string(),
		encoding: z.string().nullable(),
		/** False when the file itself was not kept. */
		isKept: z.boolean(),
	}),
	settings: uploadSettingsSchema.partial().nullable(),
	steps: z.array(mendReportSchema),
	issues: z.array(issueGroupSchema),
	commits: z.array(versionRowSchema),
});
export type VersionDetail = z.infer<typeof versionSchema>;

export const exportFormatSchema = z.enum([
	"geojson",
	"shapefile-utf8",
	"shapefile-gb18030",
	"gpkg",
	"csv",
	"xlsx",
]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** POST /api/versions/:id/commit — roll back: this version is in force again. */
export const rollBackSchema = z.object({
	reason: z.string().trim().min(1).max(2_000),
	renewSnapshot: z.boolean().default(true),
});

/** POST /api/corrections — one record of the version in force, by a form. */
export const correctionSchema = z.object({
	kind: z.enum(["divisions", "facilities", "residences"]),
	/** Level, category, or "". */
	scope: z.string(),
	action: z.enum(["add", "change", "remove"]),
	id: z.string().min(1).max(300),
	/** Fields to set, by the names of the layer's table; null empties a field. */
	values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
	/** Where it is now; absent: unchanged. Points only. */
	lonLat: z.tuple([z.number(), z.number()]).optional(),
	reason: z.string().trim().min(1).max(2_000),
	acceptWarnings: z.boolean().default(false),
	renewSnapshot: z.boolean().default(true),
});
export type Correction = z.infer<typeof correctionSchema>;

/** Answer of commits: what is in force now. */
export const committedSchema = z.object({
	layers: z.array(committedLayerSchema),
	snapshot: z.string().nullable(),
});
export type Committed = z.infer<typeof committedSchema>;

/** Fields that an editor may show for a record of a layer. */
export const recordSchema = z.object({
	id: z.string(),
	name: z.string(),
	lon: z.number(),
	lat: z.number(),
	values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
/** GET /api/layers/:kind/records?scope&q */
export const recordsSchema = z.object({ records: z.array(recordSchema), total: z.number() });
