// Positions follow each other from 1, without a gap.
import type { Knex } from "knex";

/** Number views in the order given. */
export async function numberViews(trx: Knex, ids: readonly number[]): Promise<void> {
	await trx.raw(
		`
		update saved_views
		set position = given.position
		from unnest(?::integer[]) with ordinality as given (id, position)
		where saved_views.id = given.id
		`,
		[[...ids]],
	);
}
