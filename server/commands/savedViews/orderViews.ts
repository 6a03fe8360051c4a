// The order of a presentation.
import type { Knex } from "knex";
import { ownViewIds, requireOwnView } from "../../queries/savedViews.ts";
import { numberViews } from "./numberViews.ts";

/** The views named come first, in that order; the others follow as they were. Refused as for a change. */
export async function orderViews(
	db: Knex,
	accountId: number,
	named: readonly number[],
): Promise<void> {
	await db.transaction(async (trx) => {
		const ids = await ownViewIds(trx, accountId);
		for (const id of named) await requireOwnView(trx, accountId, id);
		await numberViews(trx, [...new Set([...named, ...ids])]);
	});
}
