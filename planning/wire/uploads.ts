// Handing in data (journey A): what the wizard shows and sends at each stage. Stages: received → understood → checked →
// (mended) → committed. Everything a stage shows follows from the file, the settings and the mend steps, so that a
// stage can be left and resumed.
import * as z from "zod";
import { unitKindSchema } from "./api.ts";
import { mendReportSchema, mendStepSchema, suggestionSchema } from "./mends.ts";

export const wordsSchema = z.object({ zh: z.string(), en: z.string() });
export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const uploadKindSchema = z.enum([
	"streets",
	"divisions",
	"facilities",
	"residences",
	"exceptions",
	"land",
]);
export type UploadKind = z.infer<typeof uploadKindSchema>;

/** One layer of a file: a table of a GeoPackage, a sheet, a shapefile of an archive. */
export const sourceLayerSchema = z.object({
	name: z.string(),
	/** null where counting would mean reading all of it. */
	featureCount: z.number().nullable(),
	/** Point, LineString, Polygon, Table … as the format says; null when it does not. */
	geometry: z.string().nullable(),
});
export type SourceLayer = z.infer<typeof sourceLayerSchema>;

/** How the text of a file was read. Content outranks what the file declares. */
export const encodingFindingSchema = z.object({
	/** By a `.cpg`, a DBF language byte or a mark; null when it says nothing. */
	declared: z.string().nullable(),
	/** null where the format leaves no choice (GeoPackage, KML, FlatGeobuf …). */
	used: z.string().nullable(),
	basis: z.enum(["asked", "declared", "content", "format"]),
	/** False when the content fits several: a person should look at the sample. */
	isSure: z.boolean(),
	/** Encodings that also fit. */
	alternatives: z.array(z.string()),
	/** A few texts of the file, read this way. */
	sample: z.array(z.string()),
});
export type EncodingFinding = z.infer<typeof encodingFindingSchema>;

/** Which coordinate reference system the numbers are in. */
export const crsFindingSchema = z.object({
	/** What the file says, e.g. `EPSG:4549` or the name in its .prj; null when nothing. */
	declared: z.string().nullable(),
	/** `EPSG:n`, `local:NAME`, `gcj02`, `bd09`; null when it could not be told: the person must choose. */
	used: z.string().nullable(),
	basis: z.enum(["asked", "declared", "numbers", "registration", "assumed", "unknown"]),
	/** False when a person should confirm. */
	isSure: z.boolean(),
	/** True when the file gives latitude (or northing) first. */
	isSwapped: z.boolean(),
	/** How many features of the sample fall into the city with `used`, of how many. null without a known city. */
	inCity: z.object({ inside: z.number(), of: z.number() }).nullable(),
	/** Others that fit the numbers as well. */
	alternatives: z.array(z.string()),
	/** The evidence in plain words. */
	words: wordsSchema,
});
export type CrsFinding = z.infer<typeof crsFindingSchema>;

/** GCJ-02 or BD-09, found by laying the file over what is committed. */
export const offsetFindingSchema = z.object({
	system: z.enum(["gcj02", "bd09"]),
	matchedBy: z.enum(["code", "name", "edges"]),
	pairs: z.number(),
	/** Median offset before removal, and its direction (0 north, 90 east). */
	medianM: z.number(),
	bearingDeg: z.number(),
	/** Median distance from the median offset. */
	spreadM: z.number(),
	/** Median distance after removal. */
	residualM: z.number(),
	/** For the picture: offsets of up to 200 pairs, east and north in metres, with the matched name. */
	offsets: z.array(z.object({ name: z.string(), eastM: z.number(), northM: z.number() })),
	words: wordsSchema,
});
export type OffsetFinding = z.infer<typeof offsetFindingSchema>;

export const columnFindingSchema = z.object({
	name: z.string(),
	/** The first values that are not empty. */
	samples: z.array(z.string()),
	/** Field proposed for it, if any. */
	field: z.string().nullable(),
	basis: z.enum(["name", "values", "saved"]).nullable(),
});
export type ColumnFinding = z.infer<typeof columnFindingSchema>;

/** Everything the first stage found out about a file (or the chosen layer of it). */
export const understandingSchema = z.object({
	format: z.string(),
	layers: z.array(sourceLayerSchema),
	/** Chosen, or the only one; null: choose first, nothing below is known. */
	layer: z.string().nullable(),
	/** What kind of layer it looks like; null when that cannot be told. */
	kind: uploadKindSchema.nullable(),
	level: unitKindSchema.nullable(),
	encoding: encodingFindingSchema,
	crs: crsFindingSchema,
	offset: offsetFindingSchema.nullable(),
	columns: z.array(columnFindingSchema),
	/** Geometry types of the sample with their counts; `none` for rows without. */
	geometries: z.record(z.string(), z.number()),
	/** Features looked at, and whether these were all. */
	sampled: z.number(),
	isWhole: z.boolean(),
	/** Of the sample, in degrees, after conversion; null when the CRS is not known. */
	bbox: bboxSchema.nullable(),
});
export type Understanding = z.infer<typeof understandingSchema>;

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
			layers: z.array(
				z.object({
					kind: z.string(),
					scope: z.string(),
					versionId: z.number(),
					unchanged: z.boolean(),
					features: z.number(),
				}),
			),
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

/** GET /api/uploads/:id/shapes — features for the map; `role` says what they are. */
export const shapePropertiesSchema = z.object({
	/** staged: of the file after the steps; read: of the file as read (before the steps); current: in force. */
	role: z.enum(["staged", "read", "current"]),
	id: z.string(),
	name: z.string(),
	row: z.number().nullable(),
});
