// The worst places of a unit, from the findings that its committees, streets and circles are named in.
import type { Knex } from "knex";
import type { UnitRecord } from "../../planning/city/records.ts";
import {
	PLACE_FLAGS,
	type PlaceFinding,
	type PlaceHome,
	type UnitPlace,
	unitPlaces,
} from "../../planning/coverage/figures/unitPlaces.ts";
import type { Located } from "../../planning/coverage/located.ts";
import { type StoredFlag, type StoredPart, wholeFlags } from "./flagBodies.ts";
import { locatedCity } from "./locatedCity.ts";
import type { RunOfSnapshot } from "./runArrays.ts";

export async function unitPlacesOf(
	db: Knex,
	{ snapshotId, runId }: RunOfSnapshot,
	unit: UnitRecord,
): Promise<UnitPlace[]> {
	const located = await locatedCity(db, snapshotId);
	return unitPlaces(await findingsIn(db, runId, codesIn(located, unit)), homesIn(located, unit));
}

/** Codes that a finding about people of the unit may name. */
function codesIn({ city, tree }: Located, unit: UnitRecord): string[] {
	const codes = tree.cellsOf(unit).flatMap((cell) => Object.values(city.cells[cell]?.units ?? {}));
	return [...new Set(codes)];
}

function homesIn({ city, tree, residenceCell }: Located, unit: UnitRecord): Map<string, PlaceHome> {
	const cells = new Set(tree.cellsOf(unit));
	const homes = new Map<string, PlaceHome>();
	city.residences.forEach(({ id, lonLat, residents }, residence) => {
		if (cells.has(residenceCell[residence] ?? -1)) homes.set(id, { lonLat, residents });
	});
	return homes;
}

/** Findings of a run about places that name one of the codes, without their shapes. */
async function findingsIn(
	db: Knex,
	runId: number,
	codes: readonly string[],
): Promise<PlaceFinding[]> {
	const { rows } = await db.raw<{ rows: StoredFlag[] }>(
		`
		select flags.body - 'place' as body, flags.parts
		from flags
		where flags.run_id = ?
		  and flags.flag = any(?::text[])
		  and flags.unit_codes && ?::text[]
		`,
		[runId, [...PLACE_FLAGS], [...codes]],
	);
	const { rows: shared } = await db.raw<{ rows: StoredPart[] }>(
		`
		select flag_parts.part_no, flag_parts.body - 'place' as body
		from flag_parts
		where flag_parts.run_id = ?
		  and flag_parts.part_no = any(?::integer[])
		`,
		[runId, [...new Set(rows.flatMap(({ parts }) => parts))]],
	);
	return wholeFlags(rows, shared);
}
