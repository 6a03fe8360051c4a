// The contract of saved views: an address within the application, with what its owner says about it. Those of one owner,
// in their order, are a presentation.
import * as z from "zod";

/** Path and query of the application itself: no other host, no server's own address, nothing a browser would re-read. */
const addressSchema = z
	.string()
	.max(2_000)
	.regex(/^\/(?![/\\]|api(?:[/?#]|$))[^\s\\\p{C}]*$/u, "not an address of this application");

const wordsSchema = z.object({
	title: z.string().trim().min(1).max(80),
	/** Said beneath the view when it is presented. */
	caption: z.string().trim().max(300),
	address: addressSchema,
	/** Everyone with an account may open it. */
	isShared: z.boolean(),
});

/** POST /api/views */
export const keepViewSchema = wordsSchema.extend({
	caption: wordsSchema.shape.caption.default(""),
	isShared: wordsSchema.shape.isShared.default(false),
});
export type KeepView = z.input<typeof keepViewSchema>;

/** PUT /api/views/:id — what is left out stays; `position` counts from 1 and moves it to that place. */
export const changeViewSchema = wordsSchema
	.extend({ position: z.number().int().min(1).max(10_000) })
	.partial()
	.refine((change) => Object.keys(change).length > 0, "nothing to change");
export type ChangeView = z.infer<typeof changeViewSchema>;

/** POST /api/views/order — own views in the order of the presentation; those not named follow as they were. */
export const orderViewsSchema = z.object({
	ids: z.array(z.number().int().positive()).min(1).max(1_000),
});

export const savedViewSchema = wordsSchema.extend({
	id: z.number(),
	/** Place among its owner's views, from 1. */
	position: z.number(),
	ownerName: z.string(),
	isMine: z.boolean(),
	updatedAt: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** GET /api/views — one's own in their order, then those that others share. */
export const savedViewsSchema = z.object({ views: z.array(savedViewSchema) });
