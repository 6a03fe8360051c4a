// What was handed in about a unit: the versions of its layer, up to the snapshot's, in which something about it changed.
import type { Knex } from "knex";
import type { UnitChange } from "../../planning/wire/unitPage.ts";
import type { UnitKey } from "./findUnit.ts";

interface VersionRow {
	readonly versionId: number;
	readonly committedAt: string;
	readonly sourceName: string;
	readonly reason: string | null;
	readonly shape: string;
	readonly name: string;
	readonly parent: string | null;
	readonly kind: string | null;
	readonly people: string;
}

/** Newest first. */
export async function unitHistory(
	db: Knex,
	snapshotId: number,
	key: UnitKey,
): Promise<UnitChange[]> {
	const rows = await versionsOf(db, snapshotId, key);
	return rows
		.map((row, place) => ({
			versionId: row.versionId,
			committedAt: row.committedAt,
			sourceName: row.sourceName,
			reason: row.reason,
			changes: changesBetween(rows[place - 1], row),
		}))
		.filter(({ changes }) => changes.length > 0)
		.reverse();
}

const COMPARED = ["shape", "name", "parent", "kind", "people"] as const;

function changesBetween(before: VersionRow | undefined, row: VersionRow): UnitChange["changes"] {
	if (before === undefined) return ["added"];
	return COMPARED.filter((column) => before[column] !== row[column]);
}

/** Oldest first. */
async function versionsOf(
	db: Knex,
	snapshotId: number,
	{ kind, code }: UnitKey,
): Promise<VersionRow[]> {
	const { rows } = await db.raw<{ rows: VersionRow[] }>(
		`
		select
		  layer_versions.id as "versionId",
		  to_char(commits.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "committedAt",
		  layer_versions.source_name as "sourceName",
		  commits.reason,
		  md5(st_asbinary(unit_versions.geom)) as shape,
		  unit_versions.name,
		  unit_versions.parent_code as parent,
		  coalesce(unit_versions.street_kind, unit_versions.zone) as kind,
		  concat_ws('/', unit_versions.declared_residents, unit_versions.declared_households) as people
		from units
		join unit_versions on unit_versions.unit_id = units.id
		join layer_versions on layer_versions.id = unit_versions.layer_version_id
		join (
		  select
		    layer_commits.layer_version_id,
		    min(layer_commits.committed_at) as at,
		    (array_agg(layer_commits.reason order by layer_commits.id))[1] as reason
		  from layer_commits
		  group by layer_commits.layer_version_id
		) as commits on commits.layer_version_id = layer_versions.id
		where units.kind = :kind
		  and units.code = :code
		  and layer_versions.id <= (
		    select max(snapshot_layers.layer_version_id)
		    from snapshot_layers
		    join layer_versions as shown on shown.id = snapshot_layers.layer_version_id
		    join layers on layers.id = shown.layer_id
		    where snapshot_layers.snapshot_id = :snapshotId
		      and layers.kind = 'divisions'
		      and layers.scope = :kind
		  )
		order by layer_versions.id
		`,
		{ kind, code, snapshotId },
	);
	return rows;
}
