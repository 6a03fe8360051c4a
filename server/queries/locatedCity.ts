// A snapshot's units, cells, facilities and residences put in their places: what every table and card reads.
import { type Located, locate } from "../../planning/coverage/located.ts";
import { type StoredLayerKind, snapshotLayers } from "./currentLayers.ts";
import { loadCells } from "./loadCity.ts";
import { loadFacilities, loadResidences, loadUnits } from "./loadRecords.ts";
import { remembered } from "./remembered.ts";

/** By snapshot number; streets are not needed and not loaded. */
export const locatedCity = remembered<number, Located>(2, async (db, snapshotId) => {
	const layers = await snapshotLayers(db, snapshotId);
	const versionsOf = (kind: StoredLayerKind) =>
		layers.filter((layer) => layer.kind === kind).map(({ id }) => id);
	return locate({
		units: await loadUnits(db, versionsOf("divisions")),
		cells: await loadCells(db, snapshotId),
		facilities: await loadFacilities(db, versionsOf("facilities")),
		residences: await loadResidences(db, versionsOf("residences")),
	});
});
