// One dataset becomes the current version of its layer. The same content is the same version.
import type { Knex } from "knex";
import type { StoredLayerKind } from "../queries/currentLayers.ts";
import type { ImportedLayer } from "./ImportReport.ts";

/** Where a dataset came from; kept with its version. */
export interface Provenance {
	readonly sourceName: string;
	readonly sourceHash: string;
	readonly format: string;
	readonly crs: string;
	readonly encoding: string | null;
	readonly committedBy: number | null;
	/** Options of the import, for the record. */
	readonly options: Readonly<Record<string, unknown>>;
}

export interface NewLayerVersion {
	readonly kind: StoredLayerKind;
	readonly scope: string;
	readonly contentHash: string;
	readonly featureCount: number;
	readonly provenance: Provenance;
	/** Why it was committed; absent or null: nobody said. */
	readonly reason?: string | null;
	/** Insert the rows of the new version. Not called when this content was committed before. */
	readonly insertContent: (versionId: number) => Promise<void>;
}

/** One writer at a time: two imports together could each miss the other's layer in its snapshot. */
export async function lockCommits(trx: Knex): Promise<void> {
	await trx.raw("select pg_advisory_xact_lock(hashtext('jiequan.commit'))");
}

/** Commit one version inside the caller's transaction. */
export async function commitLayerVersion(trx: Knex, made: NewLayerVersion): Promise<ImportedLayer> {
	const { kind, scope, featureCount } = made;
	const layerId = await layerIdOf(trx, made);
	const current = await trx("layer_commits")
		.join("layer_versions", "layer_versions.id", "layer_commits.layer_version_id")
		.where("layer_commits.layer_id", layerId)
		.orderBy("layer_commits.id", "desc")
		.first("layer_versions.id", "layer_versions.content_hash");
	if (current?.content_hash === made.contentHash)
		return { kind, scope, version: current.id, unchanged: true, features: featureCount };

	const version =
		(await earlierVersion(trx, layerId, made)) ?? (await newVersion(trx, layerId, made));
	await trx.raw(
		"insert into layer_commits (layer_id, layer_version_id, committed_by, reason) values (?, ?, ?, ?)",
		[layerId, version, made.provenance.committedBy, made.reason ?? null] as Knex.RawBinding[],
	);
	return { kind, scope, version, unchanged: false, features: featureCount };
}

async function layerIdOf(trx: Knex, { kind, scope }: NewLayerVersion): Promise<number> {
	await trx.raw("insert into layers (kind, scope) values (?, ?) on conflict do nothing", [
		kind,
		scope,
	]);
	const layer = await trx("layers").where({ kind, scope }).first("layers.id");
	return layer.id;
}

async function earlierVersion(
	trx: Knex,
	layerId: number,
	{ contentHash }: NewLayerVersion,
): Promise<number | null> {
	const found = await trx("layer_versions")
		.where({ layer_id: layerId, content_hash: contentHash })
		.first("layer_versions.id");
	return found?.id ?? null;
}

async function newVersion(trx: Knex, layerId: number, made: NewLayerVersion): Promise<number> {
	const { provenance } = made;
	const { rows } = await trx.raw<{ rows: { id: number }[] }>(
		`
		insert into layer_versions
		  (layer_id, content_hash, feature_count, source_name, source_hash, source_format, crs, encoding, provenance)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?)
		returning layer_versions.id
		`,
		[
			layerId,
			made.contentHash,
			made.featureCount,
			provenance.sourceName,
			provenance.sourceHash,
			provenance.format,
			provenance.crs,
			provenance.encoding,
			JSON.stringify(provenance.options),
		] as Knex.RawBinding[],
	);
	const id = rows[0]?.id;
	if (id === undefined) throw new Error("The new layer version has no number.");
	await made.insertContent(id);
	return id;
}
