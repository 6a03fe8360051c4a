// A unit's card: its row, facilities by category, and coverage of every category.
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
