// What the layers in force say about a file: units, facilities, water.
import type { Knex } from "knex";
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { NO_REFERENCE, type Reference } from "../../planning/layers/Reference.ts";
import { sceneryFeatures } from "../../planning/streets/SceneryBook.ts";
import { decodeScenery } from "../../planning/wire/streetFiles.ts";
import { getBlob } from "../db/blobs.ts";
import { currentLayers, type LayerVersion, type StoredLayerKind } from "./currentLayers.ts";
import { loadFacilities, loadUnits } from "./loadRecords.ts";
import { openStored } from "./openStored.ts";

/**
 * For the checks of one kind of layer; nothing is loaded that they do not need. Sums of residences are held against
 * declared numbers when residences come in, so divisions need none.
 */
export async function loadReference(db: Knex | null, kind: StoredLayerKind): Promise<Reference> {
	if (db === null || kind === "streets" || kind === "exceptions") return NO_REFERENCE;
	const layers = await currentLayers(db);
	const versions = (wanted: StoredLayerKind) =>
		layers.filter((layer) => layer.kind === wanted).map(({ id }) => id);
	return {
		...NO_REFERENCE,
		units: await loadUnits(db, versions("divisions")),
		...(kind === "facilities"
			? {
					facilities: await loadFacilities(db, versions("facilities")),
					water: await waterOf(db, layers),
				}
			: {}),
	};
}

/** Water areas of the streets in force; none where they were compiled by an older program. */
async function waterOf(db: Knex, layers: readonly LayerVersion[]): Promise<MultiPolygonRings[]> {
	const versionId = layers.find(({ kind }) => kind === "streets")?.id;
	if (versionId === undefined) return [];
	const stored = await db("street_graphs")
		.where({ layer_version_id: versionId })
		.first("street_graphs.scenery_hash");
	const water: MultiPolygonRings[] = [];
	const scenery = openStored(decodeScenery, await getBlob(db, stored.scenery_hash));
	for (const { layer, polygon } of sceneryFeatures(scenery))
		if (layer === "water" && polygon !== undefined) water.push([polygon]);
	return water;
}
