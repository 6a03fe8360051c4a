// The territory of a snapshot as an arc graph.
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import type { Tiling } from "../../planning/partition/Tiling.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { storedTiling } from "./storedTiling.ts";

/** By snapshot number. Snapshots made before tilings were kept get theirs from their cells. */
export const tilingOfSnapshot = remembered<number, Tiling>(2, async (db, snapshotId) => {
	const stored = await storedTiling(db, snapshotId);
	if (stored !== null) return stored;
	const { city } = await locatedCity(db, snapshotId);
	return buildTiling(city.cells).tiling;
});
