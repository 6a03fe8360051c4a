// After an upgrade the standard may be newer than the last snapshot's: the committed layers get a snapshot by it.
import type { Knex } from "knex";
import { currentLayers } from "../queries/currentLayers.ts";
import { findSnapshot } from "../queries/findSnapshot.ts";
import { lockCommits } from "./commitLayerVersion.ts";
import { makeSnapshot } from "./makeSnapshot.ts";

/** Nothing happens where there is no data yet, or where the snapshot is there already. */
export async function renewSnapshot(db: Knex): Promise<void> {
	if ((await findSnapshot(db, "current")) !== null) return;
	await db.transaction(async (trx) => {
		await lockCommits(trx);
		if ((await currentLayers(trx)).length > 0) await makeSnapshot(trx);
	});
}
