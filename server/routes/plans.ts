// Plans are kept on the server: every save is replayed there, is a revision of its own, and overwrites none.
import * as z from "zod";
import {
	changePlanSchema,
	copyPlanSchema,
	createPlanSchema,
	keptPlanSchema,
	planListSchema,
	planRevisionSchema,
	planRevisionsSchema,
	planSummarySchema,
	rebasedPlanSchema,
	revisionContentSchema,
	savePlanSchema,
} from "../../planning/wire/plansApi.ts";
import { changePlan } from "../commands/plans/changePlan.ts";
import { copyPlan } from "../commands/plans/copyPlan.ts";
import { createPlan } from "../commands/plans/createPlan.ts";
import { rebasePlan } from "../commands/plans/rebasePlan.ts";
import { removePlan } from "../commands/plans/removePlan.ts";
import { savePlan } from "../commands/plans/savePlan.ts";
import { route } from "../http/Route.ts";
import { planFor, planSummaryFor, plansFor } from "../queries/plans.ts";
import { revisionFor, revisionsFor } from "../queries/plansRevisions.ts";

const numberSchema = z.coerce.number().int().positive().max(2_147_483_647);
const idSchema = z.object({ id: numberSchema });

/** 10,000 operations, most of them a few hundred bytes; a border of fifty points takes a thousand. */
const PLAN_BODY = { bodyLimit: "16mb" } as const;

export const getPlans = route({
	method: "get",
	path: "/api/plans",
	summary: "Plans: one's own, then those that others share; the last changed first",
	action: "plans.read",
	basis: "nothing",
	answers: planListSchema,
	answer: async ({ db, accountId }) => ({ plans: await plansFor(db, signedIn(accountId)) }),
});

export const postPlan = route({
	method: "post",
	path: "/api/plans",
	summary: "Keep a new plan, alone or as an alternative to another",
	action: "plans.draw",
	basis: "nothing",
	body: createPlanSchema,
	...PLAN_BODY,
	answers: keptPlanSchema,
	missing: "plan.snapshot-gone",
	answer: async ({ db, accountId, body }) => {
		const owner = signedIn(accountId);
		return planFor(db, owner, await createPlan(db, owner, body));
	},
});

export const getPlan = route({
	method: "get",
	path: "/api/plans/:id",
	summary: "A plan with its operations",
	action: "plans.read",
	basis: "nothing",
	params: idSchema,
	answers: keptPlanSchema,
	missing: "plan.missing",
	answer: ({ db, accountId, params }) => planFor(db, signedIn(accountId), params.id),
});

export const putPlan = route({
	method: "put",
	path: "/api/plans/:id",
	summary: "Save a plan's operations on top of the revision they were made from",
	action: "plans.draw",
	basis: "nothing",
	params: idSchema,
	body: savePlanSchema,
	...PLAN_BODY,
	answers: planRevisionSchema,
	missing: "plan.missing",
	answer: ({ db, accountId, params: { id }, body }) =>
		savePlan(db, signedIn(accountId), { ...body, id }),
});

export const getPlanRevisions = route({
	method: "get",
	path: "/api/plans/:id/revisions",
	summary: "Every save of a plan, the newest first",
	action: "plans.read",
	basis: "nothing",
	params: idSchema,
	answers: planRevisionsSchema,
	missing: "plan.missing",
	answer: async ({ db, accountId, params }) => ({
		revisions: await revisionsFor(db, signedIn(accountId), params.id),
	}),
});

export const getPlanRevision = route({
	method: "get",
	path: "/api/plans/:id/revisions/:revision",
	summary: "A plan as it was saved then",
	action: "plans.read",
	basis: "nothing",
	params: idSchema.extend({ revision: numberSchema }),
	answers: revisionContentSchema,
	missing: "plan.revision-missing",
	answer: ({ db, accountId, params }) => revisionFor(db, signedIn(accountId), params),
});

export const putPlanDetails = route({
	method: "put",
	path: "/api/plans/:id/details",
	summary: "What a plan is called, what is noted about it, who may open it; what is left out stays",
	action: "plans.draw",
	basis: "nothing",
	params: idSchema,
	body: changePlanSchema,
	answers: planSummarySchema,
	missing: "plan.missing",
	answer: async ({ db, accountId, params: { id }, body }) => {
		const account = signedIn(accountId);
		await changePlan(db, account, { ...body, id });
		return planSummaryFor(db, account, id);
	},
});

export const postPlanCopy = route({
	method: "post",
	path: "/api/plans/:id/copy",
	summary: "An alternative of one's own that begins with what a plan is now",
	action: "plans.draw",
	basis: "nothing",
	params: idSchema,
	body: copyPlanSchema,
	answers: keptPlanSchema,
	missing: "plan.missing",
	answer: async ({ db, accountId, params: { id }, body }) => {
		const account = signedIn(accountId);
		return planFor(db, account, await copyPlan(db, account, { ...body, id }));
	},
});

export const postPlanRebase = route({
	method: "post",
	path: "/api/plans/:id/rebase",
	summary: "An alternative of one's own on the current snapshot, with what still can be done there",
	action: "plans.draw",
	basis: "nothing",
	params: idSchema,
	body: copyPlanSchema,
	answers: rebasedPlanSchema,
	missing: "plan.missing",
	answer: async ({ db, accountId, params: { id }, body }) => {
		const account = signedIn(accountId);
		const { id: made, conflicts } = await rebasePlan(db, account, { ...body, id });
		return { plan: await planFor(db, account, made), conflicts };
	},
});

export const deletePlan = route({
	method: "delete",
	path: "/api/plans/:id",
	summary: "Remove a plan of one's own; links to it then say that it is gone",
	action: "plans.draw",
	basis: "nothing",
	params: idSchema,
	answers: null,
	missing: "plan.missing",
	answer: async ({ db, accountId, params }) =>
		void (await removePlan(db, signedIn(accountId), params.id)),
});

function signedIn(accountId: number | null): number {
	if (accountId === null) throw new Error("Plans were asked for without an account.");
	return accountId;
}
