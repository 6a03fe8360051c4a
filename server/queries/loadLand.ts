// Parcels of land of some versions, sorted by id.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { LandRecord } from "../../planning/city/records.ts";
import { polygonsOfEwkb } from "../db/ewkb.ts";

export async function loadLand(db: Knex, versionIds: readonly number[]): Promise<LandRecord[]> {
	const { rows } = await db.raw<{
		rows: (Omit<LandRecord, "polygons"> & { readonly polygons: string })[];
	}>(
		`
		select
		  land_parcels.feature_id as id,
		  land_parcels.use,
		  land_parcels.name,
		  land_parcels.geom as polygons
		from land_parcels
		where land_parcels.layer_version_id = any(?::integer[])
		`,
		[[...versionIds]],
	);
	return rows
		.map(({ polygons, ...row }) => ({ ...row, polygons: polygonsOfEwkb(polygons) }))
		.sort((a, b) => byCodeUnit(a.id, b.id));
}
