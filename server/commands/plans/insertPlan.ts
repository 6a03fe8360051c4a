// Rows of a new plan and of a revision; revisions are only ever added.
import type { Knex } from "knex";
import { Refused } from "../../errors.ts";

/** Plans of one account that are not removed. */
const MOST = 1_000;

export interface NewRevision {
	/** RFC 8785 JSON of the list. */
	readonly operations: string;
	readonly operationCount: number;
	readonly done: number;
	readonly hash: string;
}

export interface NewPlan {
	readonly title: string;
	readonly note: string;
	/** Hash. */
	readonly snapshot: string;
	readonly isShared: boolean;
	/** Null begins a group. */
	readonly group: number | null;
	readonly content: NewRevision;
}

/** A plan with its first revision; its number. Refused 409 `plan.too-many`. */
export async function insertPlan(db: Knex, ownerId: number, plan: NewPlan): Promise<number> {
	return db.transaction(async (trx) => {
		await refuseTooMany(trx, ownerId);
		const { rows } = await trx.raw<{ rows: [{ id: number }] }>(
			`
			insert into plans (group_id, owner_id, title, note, snapshot_hash, is_shared, revision)
			values (?, ?, ?, ?, ?, ?, 1)
			returning plans.id
			`,
			[
				plan.group ?? (await newGroup(trx)),
				ownerId,
				...[plan.title, plan.note, plan.snapshot, plan.isShared],
			],
		);
		const [{ id }] = rows;
		await insertRevision(trx, { planId: id, revision: 1, savedBy: ownerId }, plan.content);
		return id;
	});
}

/** Within a transaction that holds the plan's row. */
export async function insertRevision(
	trx: Knex,
	by: { readonly planId: number; readonly revision: number; readonly savedBy: number },
	{ operations, operationCount, done, hash }: NewRevision,
): Promise<void> {
	await trx("plan_revisions").insert({
		plan_id: by.planId,
		revision: by.revision,
		operations,
		operation_count: operationCount,
		done,
		outcome_hash: hash,
		saved_by: by.savedBy,
	});
}

async function newGroup(trx: Knex): Promise<number> {
	const { rows } = await trx.raw<{ rows: [{ id: number }] }>(
		"insert into plan_groups default values returning plan_groups.id",
	);
	return rows[0].id;
}

async function refuseTooMany(trx: Knex, ownerId: number): Promise<void> {
	const [row] = await trx("plans")
		.where({ owner_id: ownerId, removed_at: null })
		.count({ count: "*" });
	if (Number(row?.["count"] ?? 0) < MOST) return;
	throw new Refused(
		"plan.too-many",
		{
			zh: `已有 ${MOST} 个方案。先删去不用的，再建新的。`,
			en: `There are ${MOST} plans already. Remove some before keeping another.`,
		},
		{ status: 409 },
	);
}
