// Change what a plan is called, what is noted about it, and whether others may open it; what is not named stays.
import type { Knex } from "knex";
import type { ChangePlan } from "../../../planning/wire/plansApi.ts";
import { ownPlanFor, planSummaryFor } from "../../queries/plans.ts";

/** Refused as the plan's summary; 403 `plan.not-yours` where another than the owner shares it, or stops to. */
export async function changePlan(
	db: Knex,
	accountId: number,
	{ id, title, note, isShared }: ChangePlan & { readonly id: number },
): Promise<void> {
	const required = isShared === undefined ? planSummaryFor : ownPlanFor;
	await required(db, accountId, id);
	await db("plans")
		.where({ id })
		.update({ title, note, is_shared: isShared, updated_at: db.fn.now() });
}
