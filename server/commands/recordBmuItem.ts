// Record what a basic management unit has that no layer holds. Earlier records stay.
import type { Knex } from "knex";
import type * as z from "zod";
import type { BmuRecordItem } from "../../planning/coverage/figures/scorecard.ts";
import type { recordBmuItemSchema } from "../../planning/wire/unitPage.ts";

export interface NewBmuRecord extends z.output<typeof recordBmuItemSchema> {
	readonly unitCode: string;
	readonly item: BmuRecordItem;
	readonly accountId: number;
}

export async function recordBmuItem(
	db: Knex,
	{ unitCode, item, has, note, accountId }: NewBmuRecord,
): Promise<void> {
	await db("bmu_records").insert({ unit_code: unitCode, item, has, note, recorded_by: accountId });
}
