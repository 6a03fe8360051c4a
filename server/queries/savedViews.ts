// Saved views: one's own, those that others share, and one by its number.
import type { Knex } from "knex";
import type { SavedView } from "../../planning/wire/savedViews.ts";
import { Refused } from "../errors.ts";

/** Own views in their order, then shared ones by owner. */
export async function viewsFor(db: Knex, accountId: number): Promise<SavedView[]> {
	return selectViews(db, accountId, "(saved_views.owner_id = :accountId or saved_views.is_shared)");
}

/** Refused 404 `view.missing` when it is gone, 403 `view.not-shared` when it is another's own. */
export async function viewFor(db: Knex, accountId: number, id: number): Promise<SavedView> {
	const [view] = await selectViews(db, accountId, "saved_views.id = :id", id);
	if (view === undefined) throw missing();
	if (!view.isMine && !view.isShared) throw notShared();
	return view;
}

/** Numbers of an account's views in their order, under lock: nobody reorders them at the same time. */
export async function ownViewIds(trx: Knex, accountId: number): Promise<number[]> {
	await trx.raw("select accounts.id from accounts where accounts.id = ? for update", [accountId]);
	return trx("saved_views")
		.where({ owner_id: accountId })
		.orderBy(["saved_views.position", "saved_views.id"])
		.pluck("saved_views.id");
}

/** Refused 404 when a view is gone, 403 `view.not-yours` when it is another's. */
export async function requireOwnView(db: Knex, accountId: number, id: number): Promise<void> {
	const row = await db("saved_views").where({ id }).first("saved_views.owner_id");
	if (row === undefined) throw missing();
	if (row.owner_id !== accountId) throw notYours();
}

async function selectViews(
	db: Knex,
	accountId: number,
	which: string,
	id = 0,
): Promise<SavedView[]> {
	const { rows } = await db.raw<{ rows: SavedView[] }>(
		`
		select
		  saved_views.id,
		  saved_views.title,
		  saved_views.caption,
		  saved_views.address,
		  saved_views.is_shared as "isShared",
		  saved_views.position,
		  accounts.display_name as "ownerName",
		  saved_views.owner_id = :accountId as "isMine",
		  to_char(saved_views.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
		from saved_views
		join accounts on accounts.id = saved_views.owner_id
		where ${which}
		order by "isMine" desc, accounts.name, saved_views.position, saved_views.id
		`,
		{ accountId, id },
	);
	return rows;
}

function missing(): Refused {
	return new Refused(
		"view.missing",
		{
			zh: "这个视图已经没有了：它的主人删了它，或链接不完整。",
			en: "This view is no more: its owner removed it, or the link is not complete.",
		},
		{ status: 404 },
	);
}

function notShared(): Refused {
	return new Refused(
		"view.not-shared",
		{
			zh: "这个视图只有它的主人能看。让主人把它设为共享，再打开链接。",
			en: "Only its owner may see this view. Ask them to share it, then open the link again.",
		},
		{ status: 403 },
	);
}

function notYours(): Refused {
	return new Refused(
		"view.not-yours",
		{
			zh: "这是别人的视图，只有主人能改。另存一份，再改自己的。",
			en: "This view is someone else's; only its owner changes it. Keep one of your own instead.",
		},
		{ status: 403 },
	);
}
