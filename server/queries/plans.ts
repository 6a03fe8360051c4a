// Kept plans: one's own, those that others share, and one by its number.
import type { Knex } from "knex";
import type { PlanOperation } from "../../planning/wire/plans.ts";
import type { KeptPlan, PlanSummary } from "../../planning/wire/plansApi.ts";
import { findSnapshot } from "./findSnapshot.ts";
import { planMissing, planNotShared, planNotYours } from "./plansRefused.ts";

/** Own plans, then shared ones; of each the last changed first. */
export async function plansFor(db: Knex, accountId: number): Promise<PlanSummary[]> {
	return selectPlans(db, accountId, "(plans.owner_id = :accountId or plans.is_shared)");
}

/** Refused 404 `plan.missing` when it is gone, 403 `plan.not-shared` when it is another's own. */
export async function planSummaryFor(
	db: Knex,
	accountId: number,
	id: number,
): Promise<PlanSummary> {
	const [plan] = await selectPlans(db, accountId, "plans.id = :id", id);
	if (plan === undefined) throw planMissing();
	if (!plan.isMine && !plan.isShared) throw planNotShared();
	return plan;
}

/** Refused 403 `plan.not-yours` too, when it is another's that they share. */
export async function ownPlanFor(db: Knex, accountId: number, id: number): Promise<PlanSummary> {
	const plan = await planSummaryFor(db, accountId, id);
	if (!plan.isMine) throw planNotYours();
	return plan;
}

/** A plan with the operations of its newest revision. Refused as its summary. */
export async function planFor(db: Knex, accountId: number, id: number): Promise<KeptPlan> {
	const plan = await planSummaryFor(db, accountId, id);
	return { ...plan, operations: await operationsOf(db, id, plan.revision) };
}

/** The operations of a revision that is there; they were read before they were kept. */
export async function operationsOf(
	db: Knex,
	planId: number,
	revision: number,
): Promise<readonly PlanOperation[]> {
	return JSON.parse(await operationsTextOf(db, planId, revision));
}

/** The same as it is kept: RFC 8785 JSON. */
export async function operationsTextOf(
	db: Knex,
	planId: number,
	revision: number,
): Promise<string> {
	const row: { operations: string } = await db("plan_revisions")
		.where({ plan_id: planId, revision })
		.first("plan_revisions.operations");
	return row.operations;
}

async function selectPlans(
	db: Knex,
	accountId: number,
	which: string,
	id = 0,
): Promise<PlanSummary[]> {
	const current = (await findSnapshot(db, "current"))?.hash ?? "";
	const { rows } = await db.raw<{ rows: PlanSummary[] }>(
		`
		select
		  plans.id,
		  plans.title,
		  plans.note,
		  owners.display_name as "ownerName",
		  plans.owner_id = :accountId as "isMine",
		  plans.is_shared as "isShared",
		  plans.snapshot_hash as "snapshot",
		  plans.snapshot_hash = :current as "isCurrentSnapshot",
		  plans.group_id as "group",
		  ${REVISION_COLUMNS},
		  to_char(plans.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
		  to_char(plans.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
		from plans
		join accounts as owners on owners.id = plans.owner_id
		join plan_revisions
		  on plan_revisions.plan_id = plans.id
		  and plan_revisions.revision = plans.revision
		join accounts as savers on savers.id = plan_revisions.saved_by
		where plans.removed_at is null
		  and ${which}
		order by "isMine" desc, plans.updated_at desc, plans.id desc
		`,
		{ accountId, id, current },
	);
	return rows;
}

/** Of `plan_revisions` and the `accounts` that saved them as `savers`. */
export const REVISION_COLUMNS = `
  plan_revisions.revision,
  plan_revisions.outcome_hash as "hash",
  plan_revisions.operation_count as "operationCount",
  plan_revisions.done,
  savers.display_name as "savedBy",
  to_char(plan_revisions.saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "savedAt"
`;
