// After an upgrade the standard may be newer than the last snapshot's: the committed layers get a snapshot by it.
import type { Knex } from "knex";
import { STANDARD_VERSION } from "../../planning/standards/catalogue.ts";
import { Refused } from "../errors.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { findSnapshot } from "../queries/findSnapshot.ts";
import { lockCommits } from "./commitLayerVersion.ts";
import { makeSnapshot } from "./makeSnapshot.ts";

/** The snapshot of what is in force, made when there is none. Refused 409 `city.empty` without any layer. */
export async function makeCurrentSnapshot(db: Knex): Promise<string> {
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		if ((await currentLayers(trx)).length === 0)
			throw new Refused(
				"city.empty",
				{ zh: "还没有数据，无从更新基准。", en: "There is no data to make a snapshot of." },
				{ status: 409 },
			);
		return (await makeSnapshot(trx)).hash;
	});
}

/** Nothing happens where there is no data yet, or where the snapshot is there already. */
export async function renewSnapshot(db: Knex): Promise<void> {
	const current = await findSnapshot(db, "current");
	if (current?.standardVersion === STANDARD_VERSION) return;
	await db.transaction(async (trx) => {
		await lockCommits(trx);
		if ((await currentLayers(trx)).length > 0) await makeSnapshot(trx);
	});
}
