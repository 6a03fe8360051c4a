// Vector tiles of the ground: an index per layer of the scenery, kept in memory per streets version.
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Geometry } from "geojson";
import type { Knex } from "knex";
import { type SceneryFeature, sceneryFeatures } from "../../planning/streets/SceneryBook.ts";
import { decodeScenery } from "../../planning/wire/streetFiles.ts";
import { getBlob } from "../db/blobs.ts";
import { openStored } from "./openStored.ts";
import { remembered } from "./remembered.ts";
import { streetsOfSnapshot } from "./streetsOfSnapshot.ts";

/** Deepest zoom with tiles of its own; a map overzooms beyond. */
export const MAX_TILE_ZOOM = 16;
const EXTENT = 4096;

/** Zoom from which a class is drawn; the rest always is. */
const FROM_ZOOM: Readonly<Record<string, number>> = { middle: 11, minor: 13, path: 14 };
const LAYER_FROM_ZOOM: Readonly<Record<string, number>> = { building: 14, wall: 14, waterway: 11 };

export interface TileAddress {
	readonly z: number;
	readonly x: number;
	readonly y: number;
}

/** Bytes of a Mapbox vector tile; empty where there is nothing, or no streets. */
export async function groundTile(
	db: Knex,
	snapshotId: number,
	{ z, x, y }: TileAddress,
): Promise<Uint8Array> {
	const streets = await streetsOfSnapshot(db, snapshotId);
	if (streets === null) return new Uint8Array();
	const indexes = await tileIndexes(db, streets.sceneryHash);
	const layers: Record<string, GeoJSONVTTile> = {};
	for (const [name, index] of indexes) {
		if (z < (LAYER_FROM_ZOOM[name] ?? 0)) continue;
		const tile = index.getTile(z, x, y);
		const features = tile?.features.filter(({ tags }) => z >= (FROM_ZOOM[tags?.["class"]] ?? 0));
		if (tile && features && features.length > 0)
			layers[name] = { ...tile, features } as GeoJSONVTTile;
	}
	return fromGeojsonVt(layers, { version: 2, extent: EXTENT });
}

const tileIndexes = remembered<string, ReadonlyMap<string, GeoJSONVT>>(2, async (db, hash) => {
	const byLayer = new Map<string, Feature[]>();
	for (const feature of sceneryFeatures(openStored(decodeScenery, await getBlob(db, hash)))) {
		const list = byLayer.get(feature.layer);
		if (list === undefined) byLayer.set(feature.layer, [geoJsonOf(feature)]);
		else list.push(geoJsonOf(feature));
	}
	const options = {
		maxZoom: MAX_TILE_ZOOM,
		extent: EXTENT,
		buffer: 64,
		indexMaxZoom: 4,
		wrap: false,
	};
	return new Map(
		[...byLayer].map(([layer, features]) => [
			layer,
			new GeoJSONVT({ type: "FeatureCollection", features }, options),
		]),
	);
});

function geoJsonOf({ class: kind, name, line, polygon }: SceneryFeature): Feature {
	const properties = name === "" ? { class: kind } : { class: kind, name };
	const coordinates = polygon ?? line ?? [];
	const geometry = { type: polygon ? "Polygon" : "LineString", coordinates };
	return { type: "Feature", properties, geometry: geometry as unknown as Geometry };
}
