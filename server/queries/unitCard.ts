// A unit's card: its row, facilities by category, coverage of every category, and the flags that name it.
import type { Knex } from "knex";
import type { UnitCard } from "../../planning/wire/api.ts";
import { coverageOfUnit } from "./coverageOfUnit.ts";
import { findUnit, type UnitKey } from "./findUnit.ts";
import { locatedCity } from "./locatedCity.ts";
import { unitRows } from "./unitRows.ts";

export async function unitCard(
	db: Knex,
	{ snapshotId, runId }: { snapshotId: number; runId: number },
	key: UnitKey,
): Promise<UnitCard> {
	const { seat } = await findUnit(db, snapshotId, key);
	const rows = await unitRows(db, snapshotId);
	const unit = rows.find(({ kind, code }) => kind === key.kind && code === key.code);
	if (unit === undefined) throw new Error(`Unit ${key.kind} ${key.code} has no row.`);
	return {
		unit,
		seat: seat === null ? null : [seat[0], seat[1]],
		facilityCounts: await facilityCounts(db, snapshotId, key),
		coverage: await coverageOfUnit(db, runId, key),
		flagIds: await flagIds(db, runId, key.code),
	};
}

async function facilityCounts(
	db: Knex,
	snapshotId: number,
	{ kind, code }: UnitKey,
): Promise<UnitCard["facilityCounts"]> {
	const { city, facilityCell } = await locatedCity(db, snapshotId);
	const counts = new Map<string, number>();
	city.facilities.forEach(({ category }, facility) => {
		if (city.cells[facilityCell[facility] ?? -1]?.units[kind] === code)
			counts.set(category, (counts.get(category) ?? 0) + 1);
	});
	return [...counts].map(([category, count]) => ({ category, count }));
}

const PARTS_OF_UNIT = `
	select flag_parts.part_no
	from flag_parts
	where flag_parts.run_id = ? and flag_parts.body -> 'unitCodes' @> to_jsonb(?::text)
`;

async function flagIds(db: Knex, runId: number, unitCode: string): Promise<string[]> {
	return db("flags")
		.where("flags.run_id", runId)
		.where((either) =>
			either
				.whereRaw("flags.body -> 'unitCodes' @> to_jsonb(?::text)", [unitCode])
				.orWhereRaw(`flags.parts && array(${PARTS_OF_UNIT})`, [runId, unitCode]),
		)
		.orderBy("flags.ordinal")
		.pluck("flags.flag_id");
}
