// Change what a view says, shows, or where it stands; what is not named stays.
import type { Knex } from "knex";
import type { ChangeView } from "../../../planning/wire/savedViews.ts";
import { ownViewIds, requireOwnView } from "../../queries/savedViews.ts";
import { numberViews } from "./numberViews.ts";

/** Refused 404 when it is gone, 403 `view.not-yours`. A position beyond the last is the last. */
export async function changeView(
	db: Knex,
	accountId: number,
	{ id, position, ...words }: ChangeView & { readonly id: number },
): Promise<void> {
	await db.transaction(async (trx) => {
		const ids = await ownViewIds(trx, accountId);
		await requireOwnView(trx, accountId, id);
		const { title, caption, address, isShared } = words;
		await trx("saved_views")
			.where({ id })
			.update({ title, caption, address, is_shared: isShared, updated_at: trx.fn.now() });
		if (position === undefined) return;
		const others = ids.filter((other) => other !== id);
		await numberViews(trx, [...others.slice(0, position - 1), id, ...others.slice(position - 1)]);
	});
}
