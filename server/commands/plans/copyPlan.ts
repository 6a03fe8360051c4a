// An alternative that begins with what a plan is now: one's own, beside it in its group.
import type { Knex } from "knex";
import { operationsTextOf, planSummaryFor } from "../../queries/plans.ts";
import { insertPlan } from "./insertPlan.ts";

/** The number of the copy. Refused as the plan's summary. Its snapshot may be gone: nothing is replayed. */
export async function copyPlan(
	db: Knex,
	accountId: number,
	{ id, title }: { readonly id: number; readonly title: string },
): Promise<number> {
	const plan = await planSummaryFor(db, accountId, id);
	const { note, snapshot, group, operationCount, done, hash } = plan;
	const operations = await operationsTextOf(db, id, plan.revision);
	return insertPlan(db, accountId, {
		...{ title, note, snapshot, group, isShared: false },
		content: { operations, operationCount, done, hash },
	});
}
