// The part of the HTTP contract about walks: packs of districts, and why a residence is served or not.
import * as z from "zod";
import { EXPLANATION_CODES, type Explanation } from "../coverage/explanation.ts";
import { BARRIER_KINDS } from "../streets/StreetGraph.ts";
import { modeSchema, runQuerySchema, unitKindSchema } from "./api.ts";

/** GET /api/packs/:districtCode?snapshot — a district's pack (districtPack.ts), or the whole small city's as `all` */
export const packParamsSchema = z.object({ districtCode: z.string().min(1).max(100) });
export const packQuerySchema = z.object({
	/** Hash of the snapshot wanted; the current one when left out. */
	snapshot: z
		.string()
		.regex(/^[0-9a-f]{64}$/, "a snapshot's hash: 64 hexadecimal digits")
		.optional(),
});

/** GET /api/residences/:id/explain?category&mode&profile */
export const explainParamsSchema = z.object({ id: z.string().min(1).max(500) });
export const explainQuerySchema = runQuerySchema.extend({
	category: z.string().min(1),
	mode: modeSchema.default("any"),
});

const lonLatSchema = z.tuple([z.number(), z.number()]).readonly();
const lineSchema = z.array(lonLatSchema).readonly();

const walkedSchema = z.object({
	facilityId: z.string(),
	facilityName: z.string(),
	lonLat: lonLatSchema,
	unit: z.object({ kind: unitKindSchema, code: z.string(), name: z.string() }).nullable(),
	straightM: z.number(),
	walk: z
		.object({
			costDm: z.number(),
			seconds: z.number(),
			lengthM: z.number(),
			stepsM: z.number(),
			line: lineSchema,
		})
		.nullable(),
});

/** Figures and codes of planning/coverage/explanation.ts. */
export const explanationSchema: z.ZodType<Explanation, Explanation> = z.object({
	code: z.enum(EXPLANATION_CODES),
	residence: z.object({
		id: z.string(),
		lonLat: lonLatSchema,
		residents: z.number(),
		districtCode: z.string().nullable(),
	}),
	category: z.string(),
	mode: modeSchema,
	profile: z.string(),
	speedMPerMin: z.number(),
	limit: z.number(),
	limitUnit: z.enum(["minutes", "metres"]),
	facility: walkedSchema.nullable(),
	nearestAny: walkedSchema.nullable(),
	beyondBy: z.number().nullable(),
	street: z.object({ distanceM: z.number(), lonLat: lonLatSchema }).nullable(),
	barrier: z
		.object({
			kind: z.enum(BARRIER_KINDS),
			name: z.string(),
			way: z.number(),
			lines: z.array(lineSchema).readonly(),
		})
		.nullable(),
});
