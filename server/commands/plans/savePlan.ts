// Save a plan on top of the revision it was made from. Of two saves at the same moment one wins; the other is told.
import type { Knex } from "knex";
import type * as z from "zod";
import type { PlanRevision, savePlanSchema } from "../../../planning/wire/plansApi.ts";
import { operationsTextOf, planSummaryFor } from "../../queries/plans.ts";
import { planMissing, savedMeanwhile } from "../../queries/plansRefused.ts";
import { savedRevision } from "../../queries/plansRevisions.ts";
import { agreedHash } from "./agreedHash.ts";
import { insertRevision, type NewRevision } from "./insertPlan.ts";
import { contentText, readContent } from "./readContent.ts";

interface Save {
	readonly planId: number;
	readonly baseRevision: number;
	readonly given: NewRevision;
}

/**
 * The new revision, or the newest where it holds the same already (an answer may get lost on its way). Refused as the
 * plan's summary, 409 `plan.saved-meanwhile`, and as `agreedHash`.
 */
export async function savePlan(
	db: Knex,
	accountId: number,
	{ id: planId, baseRevision, hash, ...list }: z.output<typeof savePlanSchema> & { id: number },
): Promise<PlanRevision> {
	const { snapshot, revision } = await planSummaryFor(db, accountId, planId);
	const content = await readContent(list);
	const operations = contentText(content);
	const { done } = content;
	const given = { operations, operationCount: content.operations.length, done, hash };
	const save = { planId, baseRevision, given };
	const there = await savedAlready(db, save, revision);
	if (there !== null) return there;
	await agreedHash(db, { planId, revision: baseRevision, snapshot, content, hash });
	return db.transaction(async (trx) => {
		const newest = await lockedRevision(trx, planId);
		return (await savedAlready(trx, save, newest)) ?? addRevision(trx, accountId, save);
	});
}

/** The newest revision where it holds the same; null where it is the base. Refused where it is neither. */
async function savedAlready(
	db: Knex,
	{ planId, baseRevision, given }: Save,
	newest: number,
): Promise<PlanRevision | null> {
	const current = await savedRevision(db, planId, newest);
	const isLikely =
		current.hash === given.hash &&
		current.done === given.done &&
		current.operationCount === given.operationCount;
	if (isLikely && (await operationsTextOf(db, planId, newest)) === given.operations) return current;
	if (newest !== baseRevision) throw savedMeanwhile(current);
	return null;
}

/** Number of the newest revision; nobody else saves until the transaction ends. Refused where the plan was removed. */
async function lockedRevision(trx: Knex, planId: number): Promise<number> {
	const { rows } = await trx.raw<{ rows: { revision: number }[] }>(
		"select plans.revision from plans where plans.id = ? and plans.removed_at is null for update",
		[planId],
	);
	if (rows[0] === undefined) throw planMissing();
	return rows[0].revision;
}

async function addRevision(
	trx: Knex,
	savedBy: number,
	{ planId, baseRevision, given }: Save,
): Promise<PlanRevision> {
	const revision = baseRevision + 1;
	await insertRevision(trx, { planId, revision, savedBy }, given);
	await trx("plans").where({ id: planId }).update({ revision, updated_at: trx.fn.now() });
	return savedRevision(trx, planId, revision);
}
