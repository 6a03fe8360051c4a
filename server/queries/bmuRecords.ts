// What people recorded about a basic management unit.
import type { Knex } from "knex";
import type { BmuRecord } from "../../planning/wire/unitPage.ts";
import { requireSnapshot } from "./findSnapshot.ts";
import { unitLineage } from "./findUnit.ts";

/** All records, newest first. */
export async function bmuRecords(db: Knex, unitCode: string): Promise<BmuRecord[]> {
	const { rows } = await db.raw<{ rows: BmuRecord[] }>(
		`
		select
		  bmu_records.item,
		  bmu_records.has,
		  bmu_records.note,
		  accounts.display_name as "recordedBy",
		  to_char(bmu_records.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
		from bmu_records
		join accounts on accounts.id = bmu_records.recorded_by
		where bmu_records.unit_code = ?
		order by bmu_records.id desc
		`,
		[unitCode],
	);
	return rows;
}

/** Codes of the unit in force now and of every unit it lies in. Refused 404 when there is no such unit. */
export async function bmuLineage(db: Knex, code: string): Promise<string[]> {
	const { id } = await requireSnapshot(db, "current");
	return unitLineage(db, id, { kind: "bmu", code });
}
