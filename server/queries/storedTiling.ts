// The tiling kept with a snapshot.
import type { Knex } from "knex";
import { decodeTiling } from "../../planning/partition/encodeTiling.ts";
import type { Tiling } from "../../planning/partition/Tiling.ts";
import { getBlob } from "../db/blobs.ts";

/** null for a snapshot made before tilings were kept. */
export async function storedTiling(db: Knex, snapshotId: number): Promise<Tiling | null> {
	const stored = await db("tilings")
		.where({ snapshot_id: snapshotId })
		.first("tilings.tiling_hash");
	return stored === undefined ? null : decodeTiling(await getBlob(db, stored.tiling_hash));
}
