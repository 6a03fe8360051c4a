// The territory of a snapshot as an arc graph.
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import { decodeTiling } from "../../planning/partition/encodeTiling.ts";
import type { Tiling } from "../../planning/partition/Tiling.ts";
import { getBlob } from "../db/blobs.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";

/** By snapshot number. Snapshots made before tilings were kept get theirs from their cells. */
export const tilingOfSnapshot = remembered<number, Tiling>(2, async (db, snapshotId) => {
	const stored = await db("tilings")
		.where({ snapshot_id: snapshotId })
		.first("tilings.tiling_hash");
	if (stored !== undefined) return decodeTiling(await getBlob(db, stored.tiling_hash));
	const { city } = await locatedCity(db, snapshotId);
	return buildTiling(city.cells).tiling;
});
