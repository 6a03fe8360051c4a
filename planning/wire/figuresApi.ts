// The contract of the coverage screens: which snapshots there are, what figures are summed from, history, matrices.
import * as z from "zod";
import { BREAK_KINDS } from "../coverage/figures/breaks.ts";
import { WHO } from "../coverage/figures/people.ts";
import { modeSchema, runQuerySchema, unitKindSchema } from "./api.ts";

/** GET /api/snapshots?profile — newest first */
export const snapshotsSchema = z.object({
	snapshots: z.array(
		z.object({
			hash: z.string(),
			number: z.number(),
			/** YYYY-MM-DD */
			asOf: z.string(),
			isCurrent: z.boolean(),
			/** How its analysis of the profile stands. */
			run: z.object({
				status: z.enum(["done", "running", "failed", "none"]),
				progressPct: z.number(),
				finishedAt: z.string().nullable(),
			}),
		}),
	),
});
export type Snapshots = z.infer<typeof snapshotsSchema>;
export type SnapshotEntry = Snapshots["snapshots"][number];

/** GET /api/cells — which unit of each level every cell belongs to; cells in the order that `cell` of residences counts in */
export const cellsSchema = z.object({
	cellCount: z.number(),
	levels: z.record(
		unitKindSchema,
		z.object({ codes: z.array(z.string()), ofCell: z.array(z.number()) }),
	),
});
export type Cells = z.infer<typeof cellsSchema>;

/** Head of GET /api/composite; columns part0 … part7: u8, a slot per residence (planning/coverage/figures/composite.ts). */
export interface CompositeMeta {
	readonly parts: readonly (readonly string[])[];
}

export const whoSchema = z.enum(WHO);
export const breaksSchema = z.enum(BREAK_KINDS);

/** What a figure is asked about; the address of a view, a report and an export say it in these words. */
export const questionSchema = runQuerySchema.extend({
	/** Code of the catalogue, or COMPOSITE. */
	category: z.string().min(1),
	mode: modeSchema.default("any"),
	who: whoSchema.default("all"),
	/** Minutes, metres, or per cent of each limit for COMPOSITE; the category's own when absent. */
	limit: z.coerce.number().int().min(1).max(5_000).optional(),
	level: unitKindSchema.default("street"),
	breaks: breaksSchema.default("fixed"),
});
export type Question = z.infer<typeof questionSchema>;

export const matrixQuerySchema = runQuerySchema.extend({
	mode: modeSchema.default("any"),
	level: unitKindSchema.default("street"),
});
export const historyQuerySchema = matrixQuerySchema.extend({ category: z.string().min(1) });

/** GET /api/history?category&mode&level&profile — shares over finished snapshots, oldest first, at most the last six */
export const historySchema = z.object({
	versions: z.array(z.object({ hash: z.string(), number: z.number(), asOf: z.string() })),
	/** Per cent by unit code, a slot per version; null where the unit was not, or nobody lived there. "" is the city. */
	pct: z.record(z.string(), z.array(z.number().nullable())),
});
export type History = z.infer<typeof historySchema>;

/** GET /api/matrix?mode&level&profile — every category for every unit */
export const matrixSchema = z.object({
	categories: z.array(z.string()),
	units: z.array(z.string()),
	/** A row per unit, a slot per category. Presence: 100 has one, 0 has none; null: not asked, or nobody to count. */
	pct: z.array(z.array(z.number().nullable())),
	/** Facilities that count for each unit, laid out like the shares: it or a unit beneath operates them, else they lie in it. */
	counts: z.array(z.array(z.number())),
	/** Facilities of the whole city by category: 0 is a layer that is missing. */
	cityCounts: z.array(z.number()),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** GET /api/exports/matrix.xlsx */
export const matrixSheetQuerySchema = matrixQuerySchema.extend({
	table: z.enum(["coverage", "presence"]).default("coverage"),
});
