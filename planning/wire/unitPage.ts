// The contract of a unit's page: what a reader needs to know of one unit, and what people record about it.
import * as z from "zod";
import { FLAG_CODES } from "../coverage/analysis.ts";
import { BMU_RECORD_ITEMS } from "../coverage/figures/scorecard.ts";
import { flagSchema, modeSchema } from "./api.ts";

const lonLatSchema = z.tuple([z.number(), z.number()]).readonly();

/** Where a figure lies among those of the unit's peers: planning/coverage/figures/peers.ts */
export const peerFigureSchema = z.object({
	value: z.number().nullable(),
	place: z.number().nullable(),
	of: z.number(),
	spread: z
		.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])
		.readonly()
		.nullable(),
});

export const peersSchema = z.object({
	isAlike: z.boolean(),
	units: z.number(),
	/** Shares within the standard's limit; rows without data for any unit are left out. */
	coverage: z.array(z.object({ category: z.string(), mode: modeSchema, figure: peerFigureSchema })),
	peoplePerKm2: peerFigureSchema,
	elderPct: peerFigureSchema,
	floorAreaPer100HouseholdsM2: peerFigureSchema,
});

/** planning/coverage/figures/unitPlaces.ts */
export const unitPlaceSchema = z.object({
	at: lonLatSchema,
	people: z.number(),
	homes: z.number(),
	lacks: z
		.array(
			z.object({
				flagId: z.string(),
				flag: z.enum(FLAG_CODES),
				category: z.string(),
				people: z.number(),
				medianMinutes: z.number().nullable(),
				lever: flagSchema.shape.lever,
			}),
		)
		.readonly(),
});
export type UnitPlaceBody = z.infer<typeof unitPlaceSchema>;

/** planning/coverage/figures/unitServices.ts */
export const unitServiceSchema = z.object({
	category: z.string(),
	count: z.number(),
	presence: z.enum(["has", "missing", "not-asked", "no-data"]),
	isRequired: z.boolean(),
	isLayerMissing: z.boolean(),
});

/** planning/coverage/figures/unitFloorArea.ts */
export const unitFloorAreaSchema = z.object({
	premises: z
		.array(
			z.object({
				id: z.string(),
				names: z.array(z.string()).readonly(),
				categories: z.array(z.string()).readonly(),
				areaM2: z.number().nullable(),
				serviceAreaM2: z.number(),
				officeAreaM2: z.number(),
				isTooSmall: z.boolean().nullable(),
			}),
		)
		.readonly(),
	areaM2: z.number(),
	serviceAreaM2: z.number(),
	officeAreaM2: z.number(),
	households: z.number(),
	per100HouseholdsM2: z.number().nullable(),
	neededM2: z.number().nullable(),
	shortM2: z.number().nullable(),
	hasLargeOne: z.boolean().nullable(),
	isConforming: z.boolean().nullable(),
});

/** What changed about a unit from one version of its layer to the next. */
export const CHANGES = ["added", "shape", "name", "parent", "kind", "people"] as const;
export const unitChangeSchema = z.object({
	versionId: z.number(),
	committedAt: z.string(),
	sourceName: z.string(),
	reason: z.string().nullable(),
	changes: z.array(z.enum(CHANGES)),
});
export type UnitChange = z.infer<typeof unitChangeSchema>;

/** GET /api/units/:kind/:code/page?profile */
export const unitPageSchema = z.object({
	/** The unit and those of its kind around it, for a small map. */
	outlines: z.array(
		z.object({
			code: z.string(),
			name: z.string(),
			polygons: z.array(z.array(z.array(lonLatSchema).readonly()).readonly()).readonly(),
		}),
	),
	/** Facilities that count for it, of categories that are set up at its level. */
	facilities: z.array(
		z.object({ id: z.string(), category: z.string(), name: z.string(), lonLat: lonLatSchema }),
	),
	peers: peersSchema,
	places: z.array(unitPlaceSchema),
	services: z.array(unitServiceSchema),
	floorArea: unitFloorAreaSchema,
	/** Versions of its layer in which something about it changed, newest first. */
	history: z.array(unitChangeSchema),
});
export type UnitPage = z.infer<typeof unitPageSchema>;

export const bmuRecordItemSchema = z.enum(BMU_RECORD_ITEMS);

/** PUT /api/units/bmu/:code/records/:item — a new record; earlier ones stay */
export const recordBmuItemSchema = z.object({
	has: z.enum(["yes", "no", "unknown"]),
	note: z.string().trim().max(500).default(""),
});

/** GET /api/units/bmu/:code/records — newest first; the newest of an item holds */
export const bmuRecordsSchema = z.object({
	records: z.array(
		z.object({
			item: bmuRecordItemSchema,
			has: recordBmuItemSchema.shape.has,
			note: z.string(),
			recordedBy: z.string(),
			recordedAt: z.string(),
		}),
	),
});
export type BmuRecord = z.infer<typeof bmuRecordsSchema>["records"][number];
