// The contract of kept plans: what a plan says of itself, its revisions, and how one is saved on top of another. The
// format of the operations: plans.ts.
import * as z from "zod";
import { savedRevisionSchema } from "./api.ts";
import { OPERATION_SCHEMAS, type PlanOperation } from "./plans.ts";

const idSchema = z.number().int().positive().max(2_147_483_647);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const titleSchema = z.string().trim().min(1).max(80);
const noteSchema = z.string().trim().max(2_000);
const countSchema = z.number().int().min(0);

/** Read one by one afterwards: a refusal says which operation it is about. */
const givenOperationsSchema = z.array(z.unknown()).readonly();
const operationSchema: z.ZodType<PlanOperation> = z.union(Object.values(OPERATION_SCHEMAS));
const operationsSchema = z.array(operationSchema).readonly();

interface Content {
	readonly operations: readonly unknown[];
	readonly done?: number | undefined;
}
const isDoneWithin = ({ operations, done = 0 }: Content) => done <= operations.length;
const BEYOND = { path: ["done"], message: "more than there are operations" };

/** POST /api/plans — without operations an empty plan; `done` is all of them unless it is said. */
export const createPlanSchema = z
	.object({
		title: titleSchema,
		note: noteSchema.default(""),
		/** What it stands on, for good. */
		snapshot: z.union([z.literal("current"), hashSchema]),
		operations: givenOperationsSchema.default([]),
		done: countSchema.optional(),
		/** What the operations that are done come to; the server must agree. */
		hash: hashSchema.optional(),
		isShared: z.boolean().default(false),
		/** A plan that this one is an alternative to; else it begins a group of its own. */
		groupOf: idSchema.optional(),
	})
	.refine(isDoneWithin, BEYOND);
export type CreatePlan = Omit<z.input<typeof createPlanSchema>, "operations"> & {
	readonly operations?: readonly PlanOperation[];
};

/** PUT /api/plans/:id — the whole list, on top of the revision that it was made from. */
export const savePlanSchema = z
	.object({
		baseRevision: idSchema,
		/** All, those undone at the end of the list. */
		operations: givenOperationsSchema,
		/** How many of them are done. */
		done: countSchema,
		/** What those that are done come to. */
		hash: hashSchema,
	})
	.refine(isDoneWithin, BEYOND);
export type SavePlan = Omit<z.input<typeof savePlanSchema>, "operations"> & {
	readonly operations: readonly PlanOperation[];
};

/** PUT /api/plans/:id/details — what is left out stays. Only the owner may share a plan, or stop to. */
export const changePlanSchema = z
	.object({ title: titleSchema, note: noteSchema, isShared: z.boolean() })
	.partial()
	.refine((change) => Object.keys(change).length > 0, "nothing to change");
export type ChangePlan = z.infer<typeof changePlanSchema>;

/** POST /api/plans/:id/copy — an alternative of one's own, beginning with what the plan is now. */
export const copyPlanSchema = z.object({ title: titleSchema });

/** Who saved which revision, when, and how much it holds; also the answer of PUT /api/plans/:id. */
export const planRevisionSchema = savedRevisionSchema;
export type PlanRevision = z.infer<typeof planRevisionSchema>;

/** A plan without its operations. */
export const planSummarySchema = z.object({
	id: z.number(),
	title: z.string(),
	note: z.string(),
	ownerName: z.string(),
	isMine: z.boolean(),
	/** Every planner may open and change it. */
	isShared: z.boolean(),
	/** Hash of what it stands on. */
	snapshot: z.string(),
	isCurrentSnapshot: z.boolean(),
	/** Alternatives of one matter have the same number. */
	group: z.number(),
	/** The newest revision, as in `planRevisionSchema`. */
	...savedRevisionSchema.shape,
	createdAt: z.string(),
	/** Of its words or its operations, whichever was later. */
	updatedAt: z.string(),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

/** GET /api/plans — one's own, then those that others share; the last changed first. */
export const planListSchema = z.object({ plans: z.array(planSummarySchema) });

/** GET /api/plans/:id; POST /api/plans and …/copy answer it too. */
export const keptPlanSchema = planSummarySchema.extend({ operations: operationsSchema });
export type KeptPlan = z.infer<typeof keptPlanSchema>;

const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** A step that is not what it was on another snapshot. */
export const planConflictSchema = z.object({
	/** In the plan as it was, from 0. */
	index: z.number(),
	step: wordsSchema,
	/** Why it cannot be done any more; null where it was done, though what it names has changed. */
	refusal: wordsSchema.nullable(),
	/** Codes of what is different of the things that it names. */
	changed: z.array(z.string()).readonly(),
});
export type PlanConflict = z.infer<typeof planConflictSchema>;

/** POST /api/plans/:id/rebase — the new plan, and what is not as it was. */
export const rebasedPlanSchema = z.object({
	plan: keptPlanSchema,
	conflicts: z.array(planConflictSchema).readonly(),
});
export type RebasedPlan = z.infer<typeof rebasedPlanSchema>;

/** GET /api/plans/:id/revisions — the newest first. */
export const planRevisionsSchema = z.object({ revisions: z.array(planRevisionSchema) });

/** GET /api/plans/:id/revisions/:revision */
export const revisionContentSchema = planRevisionSchema.extend({
	snapshot: z.string(),
	operations: operationsSchema,
});
export type RevisionContent = z.infer<typeof revisionContentSchema>;
