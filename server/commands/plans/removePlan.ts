// Take a plan away: links to it say that it is gone. Its revisions stay in the database.
import type { Knex } from "knex";
import { ownPlanFor } from "../../queries/plans.ts";

/** Refused as the plan's summary, and 403 `plan.not-yours`. */
export async function removePlan(db: Knex, accountId: number, id: number): Promise<void> {
	await ownPlanFor(db, accountId, id);
	await db("plans").where({ id }).update({ removed_at: db.fn.now() });
}
