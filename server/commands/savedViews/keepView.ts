// Keep a view: the new one comes last in its owner's presentation.
import type { Knex } from "knex";
import type * as z from "zod";
import type { keepViewSchema } from "../../../planning/wire/savedViews.ts";
import { Refused } from "../../errors.ts";
import { ownViewIds } from "../../queries/savedViews.ts";

const MOST = 500;

/** The number of the new view. Refused 409 `view.too-many` at 500. */
export async function keepView(
	db: Knex,
	accountId: number,
	{ title, caption, address, isShared }: z.output<typeof keepViewSchema>,
): Promise<number> {
	return db.transaction(async (trx) => {
		const { length } = await ownViewIds(trx, accountId);
		if (length >= MOST) throw tooMany();
		const { rows } = await trx.raw<{ rows: [{ id: number }] }>(
			`
			insert into saved_views (owner_id, title, caption, address, is_shared, position)
			values (?, ?, ?, ?, ?, ?)
			returning saved_views.id
			`,
			[accountId, title, caption, address, isShared, length + 1],
		);
		return rows[0].id;
	});
}

function tooMany(): Refused {
	return new Refused(
		"view.too-many",
		{
			zh: `已有 ${MOST} 个视图。先删去不用的，再存新的。`,
			en: `There are ${MOST} views already. Remove some before keeping another.`,
		},
		{ status: 409 },
	);
}
