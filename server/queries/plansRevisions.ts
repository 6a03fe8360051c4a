// The revisions of a plan: every save there was, and one with its operations.
import type { Knex } from "knex";
import type { PlanRevision, RevisionContent } from "../../planning/wire/plansApi.ts";
import { operationsOf, planSummaryFor, REVISION_COLUMNS } from "./plans.ts";
import { revisionMissing } from "./plansRefused.ts";

/** The newest first. Refused as the plan's summary. */
export async function revisionsFor(
	db: Knex,
	accountId: number,
	planId: number,
): Promise<PlanRevision[]> {
	await planSummaryFor(db, accountId, planId);
	return selectRevisions(db, planId, null);
}

/** Refused as the plan's summary, and 404 `plan.revision-missing`. */
export async function revisionFor(
	db: Knex,
	accountId: number,
	{ id, revision }: { readonly id: number; readonly revision: number },
): Promise<RevisionContent> {
	const { snapshot } = await planSummaryFor(db, accountId, id);
	const [saved] = await selectRevisions(db, id, revision);
	if (saved === undefined) throw revisionMissing(revision);
	return { ...saved, snapshot, operations: await operationsOf(db, id, revision) };
}

/** A revision that is there. */
export async function savedRevision(
	db: Knex,
	planId: number,
	revision: number,
): Promise<PlanRevision> {
	const [saved] = await selectRevisions(db, planId, revision);
	if (saved === undefined) throw new Error(`Plan ${planId} has no revision ${revision}.`);
	return saved;
}

async function selectRevisions(
	db: Knex,
	planId: number,
	revision: number | null,
): Promise<PlanRevision[]> {
	const { rows } = await db.raw<{ rows: PlanRevision[] }>(
		`
		select ${REVISION_COLUMNS}
		from plan_revisions
		join accounts as savers on savers.id = plan_revisions.saved_by
		where plan_revisions.plan_id = :planId
		  ${revision === null ? "" : "and plan_revisions.revision = :revision"}
		order by plan_revisions.revision desc
		`,
		{ planId, revision },
	);
	return rows;
}
