// A unit's territory (辖域): all units of its kind are measured once per snapshot.
import type { Knex } from "knex";
import { UNIT_KINDS, type UnitKind } from "../../planning/city/records.ts";
import { type Territories, territoriesOf } from "../../planning/coverage/territories.ts";
import { type UnitTerritory, unitTerritory } from "../../planning/coverage/unitTerritory.ts";
import { findUnit, type UnitKey } from "./findUnit.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { tilingOfSnapshot } from "./tilingOfSnapshot.ts";

/** Refused 404 when the snapshot has no such unit. */
export async function territoryOfUnit(
	db: Knex,
	snapshotId: number,
	key: UnitKey,
): Promise<UnitTerritory> {
	await findUnit(db, snapshotId, key);
	const territories = await territoriesOfKind(db, `${snapshotId} ${key.kind}`);
	const unit = territories.units.findIndex(({ code }) => code === key.code);
	return unitTerritory(territories, unit);
}

/** By snapshot number and kind: of two snapshots, as what it is made of. */
const territoriesOfKind = remembered<string, Territories>(
	2 * UNIT_KINDS.length,
	async (db, key) => {
		const [snapshotId, kind] = key.split(" ");
		const located = await locatedCity(db, Number(snapshotId));
		const tiling = await tilingOfSnapshot(db, Number(snapshotId));
		return territoriesOf(located, tiling, kind as UnitKind);
	},
);
