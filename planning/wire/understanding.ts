// What the first stage of handing in finds out about a file, and in what words it says so.
import * as z from "zod";
import { unitKindSchema } from "./api.ts";

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
