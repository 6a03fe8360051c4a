// The history of a layer, and where one version came from.
import type { Knex } from "knex";
import type { VersionDetail, VersionRow } from "../../planning/wire/layers.ts";
import type { UploadSettings } from "../../planning/wire/uploads.ts";
import { Refused } from "../errors.ts";
import type { StoredLayerKind } from "./currentLayers.ts";

/** Commits of one layer, newest first. */
export async function layerVersions(
	db: Knex,
	kind: StoredLayerKind,
	scope: string,
): Promise<VersionRow[]> {
	const { rows } = await db.raw<{
		rows: Omit<VersionRow, "isCurrent" | "isRollBack" | "versionNumber">[];
	}>(
		`
		select
		  layer_commits.id as "commitId",
		  layer_versions.id as "versionId",
		  layer_versions.feature_count as features,
		  to_char(layer_commits.committed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "committedAt",
		  accounts.display_name as "committedBy",
		  layer_commits.reason,
		  layer_versions.source_name as "sourceName"
		from layer_commits
		join layer_versions on layer_versions.id = layer_commits.layer_version_id
		join layers on layers.id = layer_commits.layer_id
		left join accounts on accounts.id = layer_commits.committed_by
		where layers.kind = ? and layers.scope = ?
		order by layer_commits.id desc
		`,
		[kind, scope],
	);
	const versions = [...new Set(rows.map(({ versionId }) => versionId))].sort((a, b) => a - b);
	return rows.map((row, i) => ({
		...row,
		versionNumber: versions.indexOf(row.versionId) + 1,
		isCurrent: i === 0,
		isRollBack: rows.slice(i + 1).some(({ versionId }) => versionId === row.versionId),
	}));
}

export interface StoredVersion {
	readonly id: number;
	readonly kind: StoredLayerKind;
	readonly scope: string;
	readonly contentHash: string;
	readonly features: number;
	readonly sourceName: string;
	readonly sourceHash: string;
	readonly format: string;
	readonly crs: string;
	readonly encoding: string | null;
	readonly provenance: {
		readonly steps?: VersionDetail["steps"];
		readonly issues?: VersionDetail["issues"];
		readonly settings?: Partial<UploadSettings>;
	};
}

/** Refused 404 `version.unknown`. */
export async function requireVersion(db: Knex, id: number): Promise<StoredVersion> {
	const { rows } = await db.raw<{ rows: StoredVersion[] }>(
		`
		select
		  layer_versions.id,
		  layers.kind,
		  layers.scope,
		  layer_versions.content_hash as "contentHash",
		  layer_versions.feature_count as features,
		  layer_versions.source_name as "sourceName",
		  layer_versions.source_hash as "sourceHash",
		  layer_versions.source_format as format,
		  layer_versions.crs,
		  layer_versions.encoding,
		  layer_versions.provenance
		from layer_versions
		join layers on layers.id = layer_versions.layer_id
		where layer_versions.id = ?
		`,
		[id],
	);
	if (rows[0] !== undefined) return rows[0];
	throw new Refused(
		"version.unknown",
		{ zh: `没有编号为 ${id} 的数据版本。`, en: `There is no version ${id}.` },
		{ status: 404 },
	);
}

/** `isKept`: the file itself is still there. */
export async function versionDetail(
	db: Knex,
	version: StoredVersion,
	isKept: boolean,
): Promise<VersionDetail> {
	const { kind, scope, provenance } = version;
	const { steps = [], issues = [], settings } = provenance;
	return {
		kind,
		scope,
		versionId: version.id,
		features: version.features,
		contentHash: version.contentHash,
		source: {
			name: version.sourceName,
			hash: version.sourceHash,
			format: version.format,
			crs: version.crs,
			encoding: version.encoding,
			isKept,
		},
		settings: settings ?? null,
		steps,
		issues,
		commits: (await layerVersions(db, kind, scope)).filter(
			({ versionId }) => versionId === version.id,
		),
	};
}
