// An earlier version is in force again: a commit like any other; nothing is deleted.
import type { Knex } from "knex";
import type { Committed } from "../../planning/wire/layers.ts";
import { requireVersion } from "../queries/layerVersions.ts";
import { lockCommits } from "./commitLayerVersion.ts";
import { makeSnapshot } from "./makeSnapshot.ts";

export interface RollBack {
	readonly versionId: number;
	readonly reason: string;
	readonly accountId: number | null;
	readonly renewSnapshot: boolean;
}

/** Refused 404 when there is no such version. The version in force already: nothing changes. */
export async function rollBack(
	db: Knex,
	{ versionId, reason, accountId, renewSnapshot }: RollBack,
): Promise<Committed> {
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		const { kind, scope, features } = await requireVersion(trx, versionId);
		const layer = await trx("layers").where({ kind, scope }).first("layers.id");
		const current = await trx("layer_commits")
			.where({ layer_id: layer.id })
			.orderBy("layer_commits.id", "desc")
			.first("layer_commits.layer_version_id");
		const unchanged = current?.layer_version_id === versionId;
		if (!unchanged)
			await trx("layer_commits").insert({
				layer_id: layer.id,
				layer_version_id: versionId,
				committed_by: accountId,
				reason,
			});
		const snapshot = renewSnapshot ? (await makeSnapshot(trx)).hash : null;
		return { layers: [{ kind, scope, versionId, unchanged, features }], snapshot };
	});
}
