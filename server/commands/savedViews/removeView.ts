// Remove a view: links to it say that it is gone, the others close up.
import type { Knex } from "knex";
import { ownViewIds, requireOwnView } from "../../queries/savedViews.ts";
import { numberViews } from "./numberViews.ts";

/** Refused 404 when it is gone already, 403 `view.not-yours`. */
export async function removeView(db: Knex, accountId: number, id: number): Promise<void> {
	await db.transaction(async (trx) => {
		const ids = await ownViewIds(trx, accountId);
		await requireOwnView(trx, accountId, id);
		await trx("saved_views").where({ id }).delete();
		await numberViews(
			trx,
			ids.filter((other) => other !== id),
		);
	});
}
