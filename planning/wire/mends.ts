// Mend steps as they are stored and sent: named, in order, undone by leaving one out. Places instead of the numbers of
// faces, because every step numbers faces anew.
import * as z from "zod";

const words = z.object({ zh: z.string(), en: z.string() });
const place = z.tuple([z.number(), z.number()]);

export const mendStepSchema = z.discriminatedUnion("op", [
	/** Of single shapes, on the way in; `rows` null: of all. */
	z.object({ op: z.literal("drop-duplicate-vertices") }),
	z.object({ op: z.literal("remove-spikes") }),
	z.object({ op: z.literal("make-valid"), rows: z.array(z.number()).nullable() }),
	/** Borders within the tolerance of one another become one. */
	z.object({ op: z.literal("snap-borders"), toleranceM: z.number().positive().max(50) }),
	/** Overlaps of two units at these places are divided along their middle line; null: all that can be. */
	z.object({ op: z.literal("divide-overlaps"), at: z.array(place).nullable() }),
	/** All slivers go to the neighbour (of an overlap: the claimant) with the longer border. */
	z.object({ op: z.literal("give-slivers") }),
	/** The gap or overlap at this place goes to a unit. */
	z.object({ op: z.literal("give"), at: place, to: z.string() }),
	/** The gap at this place is meant: water, a unit that is not in the file. */
	z.object({ op: z.literal("leave"), at: place }),
	/** Names as they are in the version in force. */
	z.object({
		op: z.literal("unify-names"),
		names: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })),
	}),
	/** One value of one record, by its identity. */
	z.object({
		op: z.literal("set-value"),
		id: z.string(),
		field: z.string(),
		value: z.string().nullable(),
	}),
	/** One value of one row of the file, where the record has no identity yet. */
	z.object({
		op: z.literal("set-cell"),
		row: z.number(),
		column: z.string(),
		value: z.string().nullable(),
	}),
	/** Rows of the file that are left out on purpose. */
	z.object({ op: z.literal("leave-out"), rows: z.array(z.number()) }),
]);
export type MendStep = z.infer<typeof mendStepSchema>;

/** What a step did. */
export const mendReportSchema = z.object({
	step: mendStepSchema,
	words,
	/** Records or vertices touched. */
	touched: z.number(),
	/** Largest distance a vertex moved; 0 where none did. */
	largestMoveM: z.number(),
	/** Units whose area changed. */
	areas: z.array(
		z.object({
			code: z.string(),
			name: z.string(),
			beforeM2: z.number(),
			afterM2: z.number(),
		}),
	),
	/** Gaps, overlaps and slivers before and after the step; null for layers without. */
	troubles: z.object({ before: z.number(), after: z.number() }).nullable(),
	/** Why it could do nothing; null when it did something. */
	idle: words.nullable(),
});
export type MendReport = z.infer<typeof mendReportSchema>;

/** A step the person is likely to agree to. */
export const suggestionSchema = z.object({
	step: mendStepSchema,
	title: words,
	/** "17 个顶点，最大移动 0.38 米" */
	detail: words,
	/** Numbers of the issues it deals with. */
	issues: z.array(z.number()),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
