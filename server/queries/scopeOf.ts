// What replacing one unit's part of a layer needs a grant for: the unit, and every unit that it lies in.
import type { Knex } from "knex";
import { twelveDigits } from "../../planning/layers/unitCodes.ts";
import { currentLayers } from "./currentLayers.ts";

/** Codes of a unit in force and of those above it; without a unit none: then only a grant for the whole city does. */
export async function scopeOf(db: Knex, unitCode: string | null): Promise<string[]> {
	if (unitCode === null) return [];
	const code = twelveDigits(unitCode) ?? unitCode;
	const versions = (await currentLayers(db))
		.filter(({ kind }) => kind === "divisions")
		.map(({ id }) => id);
	const { rows } = await db.raw<{ rows: { code: string }[] }>(
		`
		with recursive above (code, parent_code) as (
		  select units.code, unit_versions.parent_code
		  from unit_versions
		  join units on units.id = unit_versions.unit_id
		  where unit_versions.layer_version_id = any(:versions::integer[])
		    and units.code = :code
		  union
		  select units.code, unit_versions.parent_code
		  from above
		  join units on units.code = above.parent_code
		  join unit_versions on unit_versions.unit_id = units.id
		  where unit_versions.layer_version_id = any(:versions::integer[])
		)
		select above.code
		from above
		`,
		{ code, versions },
	);
	return rows.map((row) => row.code);
}
