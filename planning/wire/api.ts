// The HTTP contract: schemas that check requests, describe /api/openapi.json and type the client.
import * as z from "zod";

export const ROLES = ["leader", "planner", "data", "reviewer", "admin"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const unitKindSchema = z.enum(["district", "street", "committee", "bmu", "circle"]);
export const modeSchema = z.enum(["any", "own"]);
export const profileSchema = z.enum(["adult", "elder", "stepfree", "bicycle", "adult80"]);

/** A saved revision of a plan, without its operations. */
export const savedRevisionSchema = z.object({
	/** From 1. */
	revision: z.number(),
	/** What its operations that are done come to. */
	hash: z.string(),
	operationCount: z.number(),
	/** How many of them are done; undone ones are the last of the list. */
	done: z.number(),
	savedBy: z.string(),
	savedAt: z.string(),
});

/** Every refused request answers with this. `code` is stable; messages are for people. */
export const errorSchema = z.object({
	error: z.object({
		code: z.string(),
		message: z.object({ zh: z.string(), en: z.string() }),
		details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
		/** With `plan.saved-meanwhile`: the revision that is there instead. */
		current: savedRevisionSchema.optional(),
	}),
});
export type ErrorBody = z.infer<typeof errorSchema>;

/** GET /api/welcome — without a session: what the sign-in page shows. */
export const welcomeSchema = z.object({
	demonstration: z.boolean(),
	cityName: z.string(),
	/** One-click accounts; empty unless the database is the demonstration. */
	accounts: z.array(z.object({ name: z.string(), displayName: z.string(), role: roleSchema })),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** POST /api/session */
export const signInSchema = z.object({
	name: z.string().min(1).max(100),
	password: z.string().min(1).max(500),
});

/** GET and POST /api/session */
export const sessionSchema = z.object({
	account: z.object({
		name: z.string(),
		displayName: z.string(),
		grants: z.array(z.object({ role: roleSchema, scopeUnitCode: z.string().nullable() })),
	}),
});
export type Session = z.infer<typeof sessionSchema>;

/** GET /api/city */
export const citySchema = z.object({
	name: z.string(),
	demonstration: z.boolean(),
	/** 审图号; null shows 示意图. */
	mapReviewNumber: z.string().nullable(),
	/** west, south, east, north of the divisions, else of the streets; null for an empty database. */
	bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
	snapshot: z.object({ hash: z.string(), asOf: z.string(), number: z.number() }).nullable(),
	residents: z.number(),
	households: z.number().nullable(),
	residences: z.number(),
	layers: z.array(
		z.object({
			kind: z.string(),
			scope: z.string(),
			versionId: z.number(),
			features: z.number(),
			committedAt: z.string(),
			sourceName: z.string(),
		}),
	),
});
export type CityInfo = z.infer<typeof citySchema>;

/** What an answer stands on: a snapshot by its hash, or the first eight digits of it or more; else the current one. */
export const snapshotQuerySchema = z.object({
	snapshot: z
		.string()
		.regex(/^[0-9a-f]{8,64}$/)
		.optional(),
});

/** The query of every figure: which run of which snapshot. */
export const runQuerySchema = snapshotQuerySchema.extend({
	profile: profileSchema.default("adult"),
});

/** 202 while an analysis runs; poll again. */
export const runningSchema = z.object({ status: z.literal("running"), progressPct: z.number() });
export type Running = z.infer<typeof runningSchema>;

/** GET /api/summary?profile — the body of summary.json */
export const summarySchema = z.object({
	snapshot: z.string(),
	profile: z.string(),
	speedMPerMin: z.number(),
	residents: z.number(),
	residences: z.number(),
	residencesNotAttached: z.number(),
	categories: z.record(
		z.string(),
		z.object({
			basis: z.enum(["minutes", "metres", "presence"]),
			limit: z.number().nullable(),
			facilities: z.number(),
			coveredResidentsAny: z.number(),
			coveredResidentsOwnUnit: z.number().nullable(),
			residentsBeyond: z.number(),
		}),
	),
	flags: z.record(z.string(), z.number()),
});
export type Summary = z.infer<typeof summarySchema>;

/** GET /api/coverage?category&mode&level&profile */
export const coverageQuerySchema = runQuerySchema.extend({
	category: z.string().min(1),
	mode: modeSchema.default("any"),
	level: z.enum(["all", "district", "street", "committee", "bmu", "circle"]).default("street"),
});
export const coverageRowSchema = z.object({
	unitKind: z.string(),
	unitCode: z.string(),
	unitName: z.string(),
	category: z.string(),
	mode: modeSchema,
	limit: z.number().nullable(),
	limitUnit: z.enum(["minutes", "metres", "presence"]),
	denominator: z.enum(["residents", "units"]),
	total: z.number(),
	covered: z.number(),
	pct: z.number().nullable(),
	notAttached: z.number(),
});
export const coverageSchema = z.object({ rows: z.array(coverageRowSchema) });
export type Coverage = z.infer<typeof coverageSchema>;

/** GET /api/units — the table of units (台账) */
export const unitRowSchema = z.object({
	kind: unitKindSchema,
	code: z.string(),
	name: z.string(),
	parentCode: z.string().nullable(),
	parentName: z.string().nullable(),
	streetKind: z.string().nullable(),
	zone: z.string().nullable(),
	/** Sums over the residences that the unit's cells contain. */
	residents: z.number(),
	households: z.number(),
	elders: z.number(),
	children: z.number(),
	declaredResidents: z.number().nullable(),
	declaredHouseholds: z.number().nullable(),
	/** Geodesic. */
	areaKm2: z.number(),
	facilities: z.number(),
	/** Community service floor area per 100 households; null without households (无法计算). */
	floorAreaPer100HouseholdsM2: z.number().nullable(),
	/** Households that norm is judged on: declared where committed, else the sum. */
	judgedHouseholds: z.number(),
	/** Community service premises: all together, and the largest that 300 m² is asked of; null where there is none. */
	premisesAreaM2: z.number(),
	largestPremisesM2: z.number().nullable(),
	/** One premises of 300 m² and 35 m² per 100 households; null when it cannot be calculated. */
	isConforming: z.boolean().nullable(),
	/** A point inside, far from the edge: where the label goes. */
	labelLon: z.number(),
	labelLat: z.number(),
});
export type UnitRow = z.infer<typeof unitRowSchema>;
export const unitsSchema = z.object({ units: z.array(unitRowSchema) });

/** GET /api/units/:kind/:code?profile — a unit's card */
export const unitCardSchema = z.object({
	unit: unitRowSchema,
	seat: z.tuple([z.number(), z.number()]).nullable(),
	facilityCounts: z.array(z.object({ category: z.string(), count: z.number() })),
	/** Every category, both modes. */
	coverage: z.array(coverageRowSchema),
});
export type UnitCard = z.infer<typeof unitCardSchema>;

/** GET /api/facilities — the table of facilities (台账) */
export const facilityRowSchema = z.object({
	id: z.string(),
	category: z.string(),
	name: z.string(),
	lon: z.number(),
	lat: z.number(),
	floorAreaM2: z.number().nullable(),
	capacity: z.number().nullable(),
	operatorCode: z.string().nullable(),
	operatorName: z.string().nullable(),
	/** True when the operator was inferred from the place (推定). */
	operatorPresumed: z.boolean(),
	premisesId: z.string().nullable(),
	address: z.string().nullable(),
	/** Units that contain it. */
	streetCode: z.string().nullable(),
	streetName: z.string().nullable(),
	committeeCode: z.string().nullable(),
	committeeName: z.string().nullable(),
});
export type FacilityRow = z.infer<typeof facilityRowSchema>;
export const facilitiesSchema = z.object({ facilities: z.array(facilityRowSchema) });

/** GET /api/flags/:id?profile — a finding with all its evidence; pages of them: flagPages.ts */
export const flagSchema = z.object({
	id: z.string(),
	flag: z.string(),
	category: z.string().nullable(),
	unitCodes: z.array(z.string()),
	residents: z.number(),
	residenceIds: z.array(z.string()),
	rule: z.string(),
	confidence: z.string(),
	lever: z.enum(["facility", "boundary", "link", "data"]),
	figures: z.record(
		z.string(),
		z.union([z.number(), z.string(), z.null(), z.record(z.string(), z.number())]),
	),
	at: z.tuple([z.number(), z.number()]),
	place: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});
export type FlagBody = z.infer<typeof flagSchema>;

/** GET /api/search?q */
export const searchQuerySchema = z.object({ q: z.string().trim().min(1).max(100) });
export const searchSchema = z.object({
	results: z.array(
		z.object({
			type: z.enum(["unit", "facility"]),
			/** Unit kind, or facility category. */
			kind: z.string(),
			code: z.string(),
			name: z.string(),
			detail: z.string(),
			lon: z.number(),
			lat: z.number(),
		}),
	),
});
export type SearchResults = z.infer<typeof searchSchema>;

/** GET /api/divisions/:level — GeoJSON; each feature's properties */
export const divisionPropertiesSchema = z.object({
	kind: unitKindSchema,
	code: z.string(),
	name: z.string(),
	parentCode: z.string().nullable(),
	streetKind: z.string().nullable(),
	zone: z.string().nullable(),
});
export type DivisionProperties = z.infer<typeof divisionPropertiesSchema>;
