// What the city's screen opens with: name, extent, the snapshot, people, and the layers it stands on.
import type { Knex } from "knex";
import type { CityInfo } from "../../planning/wire/api.ts";
import { findSnapshot } from "./findSnapshot.ts";
import { readSettings } from "./readSettings.ts";
import { streetsOfSnapshot } from "./streetsOfSnapshot.ts";

type Bbox = NonNullable<CityInfo["bbox"]>;

/** Also of an empty database: then without snapshot and extent. */
export async function cityInfo(db: Knex): Promise<CityInfo> {
	const { cityName, isDemonstration, mapReviewNumber } = await readSettings(db);
	const snapshot = await findSnapshot(db, "current");
	const head = { name: cityName, demonstration: isDemonstration, mapReviewNumber };
	if (snapshot === null) return { ...head, ...NOBODY, bbox: null, snapshot: null, layers: [] };
	return {
		...head,
		...(await peopleOf(db, snapshot.id)),
		bbox:
			(await divisionsBbox(db, snapshot.id)) ??
			(await streetsOfSnapshot(db, snapshot.id))?.bbox ??
			null,
		snapshot: { hash: snapshot.hash, asOf: snapshot.asOf, number: snapshot.id },
		layers: await layersOf(db, snapshot.id),
	};
}

const NOBODY = { residents: 0, households: null, residences: 0 };

async function peopleOf(db: Knex, snapshotId: number): Promise<typeof NOBODY> {
	const { rows } = await db.raw(
		`
		select
		  coalesce(sum(residences.residents), 0)::double precision as residents,
		  sum(residences.households)::double precision as households,
		  count(*)::double precision as residences
		from residences
		join snapshot_layers on snapshot_layers.layer_version_id = residences.layer_version_id
		where snapshot_layers.snapshot_id = ?
		`,
		[snapshotId],
	);
	return rows[0];
}

async function divisionsBbox(db: Knex, snapshotId: number): Promise<Bbox | null> {
	const { rows } = await db.raw(
		`
		select
		  st_xmin(extent.box) as west,
		  st_ymin(extent.box) as south,
		  st_xmax(extent.box) as east,
		  st_ymax(extent.box) as north
		from (
		  select st_extent(unit_versions.geom) as box
		  from unit_versions
		  join snapshot_layers on snapshot_layers.layer_version_id = unit_versions.layer_version_id
		  where snapshot_layers.snapshot_id = ?
		) as extent
		`,
		[snapshotId],
	);
	const { west, south, east, north } = rows[0];
	return west === null ? null : [west, south, east, north];
}

async function layersOf(db: Knex, snapshotId: number): Promise<CityInfo["layers"]> {
	const { rows } = await db.raw(
		`
		select
		  layers.kind,
		  layers.scope,
		  layer_versions.id as "versionId",
		  layer_versions.feature_count as features,
		  to_char(max(layer_commits.committed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "committedAt",
		  layer_versions.source_name as "sourceName"
		from snapshot_layers
		join layer_versions on layer_versions.id = snapshot_layers.layer_version_id
		join layers on layers.id = layer_versions.layer_id
		join layer_commits on layer_commits.layer_version_id = layer_versions.id
		where snapshot_layers.snapshot_id = ?
		group by layers.kind, layers.scope, layer_versions.id
		order by layers.kind, layers.scope collate "C"
		`,
		[snapshotId],
	);
	return rows;
}
