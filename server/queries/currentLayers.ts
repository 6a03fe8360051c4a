// Which version of every layer is in force, and the hash of them together: what a snapshot stands on.
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import { STANDARD_VERSION } from "../../planning/standards/catalogue.ts";
import { canonicalJson } from "../../planning/wire/canonicalJson.ts";

export type StoredLayerKind =
	| "streets"
	| "divisions"
	| "facilities"
	| "residences"
	| "exceptions"
	| "land";

/** One version of one layer; kind and scope say which layer. */
export interface LayerVersion {
	readonly id: number;
	readonly kind: StoredLayerKind;
	/** Divisions: the level; facilities: the category; else "". */
	readonly scope: string;
	readonly contentHash: string;
	readonly featureCount: number;
}

/** The version of each layer that was committed last, sorted by kind and scope. */
export async function currentLayers(db: Knex): Promise<LayerVersion[]> {
	const { rows } = await db.raw<{ rows: LayerVersion[] }>(`
		select distinct on (layers.id)
		  layer_versions.id,
		  layers.kind,
		  layers.scope,
		  layer_versions.content_hash as "contentHash",
		  layer_versions.feature_count as "featureCount"
		from layer_commits
		join layer_versions on layer_versions.id = layer_commits.layer_version_id
		join layers on layers.id = layer_commits.layer_id
		order by layers.id, layer_commits.id desc
	`);
	return rows.sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.scope, b.scope));
}

/** The layers of a snapshot, sorted by kind and scope. */
export async function snapshotLayers(db: Knex, snapshotId: number): Promise<LayerVersion[]> {
	const { rows } = await db.raw<{ rows: LayerVersion[] }>(
		`
		select
		  layer_versions.id,
		  layers.kind,
		  layers.scope,
		  layer_versions.content_hash as "contentHash",
		  layer_versions.feature_count as "featureCount"
		from snapshot_layers
		join layer_versions on layer_versions.id = snapshot_layers.layer_version_id
		join layers on layers.id = layer_versions.layer_id
		where snapshot_layers.snapshot_id = ?
		`,
		[snapshotId],
	);
	return rows.sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.scope, b.scope));
}

/** SHA-256 over the layers' contents and the version of the standard. */
export function snapshotHash(layers: readonly LayerVersion[]): string {
	const contents = layers.map(({ kind, scope, contentHash }) => [kind, scope, contentHash]);
	const stood = canonicalJson({ layers: contents, standard: STANDARD_VERSION });
	return createHash("sha256").update(stood).digest("hex");
}
