// A unit of a snapshot by kind and code, and everything it lies in.
import type { Knex } from "knex";
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../../planning/city/records.ts";
import { Refused } from "../errors.ts";
import { locatedCity } from "./locatedCity.ts";

export interface UnitKey {
	readonly kind: UnitKind;
	readonly code: string;
}

/** Refused 404 when the snapshot has no such unit. */
export async function findUnit(
	db: Knex,
	snapshotId: number,
	{ kind, code }: UnitKey,
): Promise<UnitRecord> {
	const { tree } = await locatedCity(db, snapshotId);
	const unit = tree.unit(kind, code);
	if (unit !== undefined) return unit;
	throw new Refused(
		"unit.unknown",
		{
			zh: `当前基准中没有编码为 ${code} 的单元（${kind}）。`,
			en: `The current snapshot has no ${kind} with code ${code}.`,
		},
		{ status: 404 },
	);
}

/** Codes of the unit and of every unit it lies in. */
export async function unitLineage(db: Knex, snapshotId: number, key: UnitKey): Promise<string[]> {
	const unit = await findUnit(db, snapshotId, key);
	const { tree } = await locatedCity(db, snapshotId);
	const above = UNIT_KINDS.map((kind) => tree.within(unit, kind)?.code);
	return above.filter((code) => code !== undefined);
}
