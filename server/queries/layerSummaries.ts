// The list of layers: what is in force, since when, by whom, how complete.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { LayerSummary } from "../../planning/wire/layers.ts";
import { findSnapshot } from "./findSnapshot.ts";

type Completeness = LayerSummary["completeness"];
interface Counted {
	readonly version_id: number;
	readonly [field: string]: number;
}

export async function layerSummaries(db: Knex): Promise<LayerSummary[]> {
	const { rows } = await db.raw<{ rows: Omit<LayerSummary, "completeness" | "isInSnapshot">[] }>(`
		select distinct on (layers.id)
		  layers.kind,
		  layers.scope,
		  layer_versions.id as "versionId",
		  (
		    select count(distinct earlier.layer_version_id)::integer
		    from layer_commits as earlier
		    where earlier.layer_id = layers.id and earlier.layer_version_id <= layer_versions.id
		  ) as "versionNumber",
		  layer_versions.feature_count as features,
		  to_char(layer_commits.committed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "committedAt",
		  accounts.display_name as "committedBy",
		  layer_commits.reason,
		  layer_versions.source_name as "sourceName"
		from layer_commits
		join layer_versions on layer_versions.id = layer_commits.layer_version_id
		join layers on layers.id = layer_commits.layer_id
		left join accounts on accounts.id = layer_commits.committed_by
		order by layers.id, layer_commits.id desc
	`);
	const snapshot = await snapshotVersions(db);
	const complete = await completenessOf(
		db,
		rows.map(({ versionId }) => versionId),
	);
	return rows
		.sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.scope, b.scope))
		.map((row) => ({
			...row,
			completeness: (complete.get(row.versionId) ?? []).filter(({ field }) => isWanted(field, row)),
			isInSnapshot: snapshot.has(row.versionId),
		}));
}

/** A district has no unit above it in the city, a circle need not have one. */
function isWanted(field: string, { scope }: Pick<LayerSummary, "scope">): boolean {
	return field !== "parentCode" || (scope !== "district" && scope !== "circle");
}

/** Versions that the current snapshot stands on. */
async function snapshotVersions(db: Knex): Promise<ReadonlySet<number>> {
	const current = await findSnapshot(db, "current");
	if (current === null) return new Set();
	const rows: { layer_version_id: number }[] = await db("snapshot_layers")
		.where({ snapshot_id: current.id })
		.select("snapshot_layers.layer_version_id");
	return new Set(rows.map((row) => row.layer_version_id));
}

/** Filled cells of each column worth filling, counted by the database. */
const COUNTS: readonly { table: string; fields: Readonly<Record<string, string>> }[] = [
	{
		table: "unit_versions",
		fields: {
			parentCode: "parent_code",
			declaredResidents: "declared_residents",
			declaredHouseholds: "declared_households",
			seat: "seat",
		},
	},
	{
		table: "facilities",
		fields: {
			floorAreaM2: "floor_area_m2",
			operatorCode: "operator_code",
			premisesId: "premises_id",
			address: "address",
		},
	},
	{
		table: "residences",
		fields: {
			households: "households",
			elders: "elders",
			children: "children",
			declaredUnitCode: "declared_unit_code",
		},
	},
	{ table: "land_parcels", fields: { name: "name" } },
];

async function completenessOf(
	db: Knex,
	versionIds: readonly number[],
): Promise<Map<number, Completeness>> {
	const found = new Map<number, Completeness>();
	for (const { table, fields } of COUNTS) {
		const counts = Object.entries(fields).map(
			([field, column]) => `count(${table}.${column})::integer as "${field}"`,
		);
		const { rows } = await db.raw<{ rows: Counted[] }>(
			`
			select ${table}.layer_version_id as version_id, count(*)::integer as "of", ${counts.join(", ")}
			from ${table}
			where ${table}.layer_version_id = any(?::integer[])
			group by ${table}.layer_version_id
			`,
			[[...versionIds]],
		);
		for (const row of rows)
			found.set(
				row.version_id,
				Object.keys(fields).map((field) => ({
					field,
					filled: row[field] ?? 0,
					of: row["of"] ?? 0,
				})),
			);
	}
	return found;
}
