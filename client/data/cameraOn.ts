// Where a link opens the map: over a unit, or close to a place.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { UnitRow } from "../../planning/wire/api.ts";
import type { Camera } from "./cityView.ts";

/** Free width and height of the map between its panels on the smallest desktop. */
const FREE_PX = 560;
/** Width of the world at zoom 0, and the length of the equator. */
const WORLD_PX = 512;
const EQUATOR_M = 40_075_017;
/** Units are longer than wide: the side of a square that most of them fit into, of the side of their area. */
const ROOM = 1.8;
const PLACE_ZOOM = 14.5;
const NEAREST_ZOOM = 16;

/** Over a unit, by its label and its area. */
export function cameraOver({
	labelLon: lon,
	labelLat: lat,
	areaKm2,
}: Pick<UnitRow, "labelLon" | "labelLat" | "areaKm2">): Camera {
	const sideM = ROOM * 1_000 * Math.sqrt(areaKm2);
	const roundM = EQUATOR_M * Math.cos((lat * Math.PI) / 180);
	const zoom = Math.log2((roundM * FREE_PX) / (WORLD_PX * sideM));
	return { lon, lat, zoom: Math.min(NEAREST_ZOOM, zoom) };
}

export function cameraAt([lon, lat]: LonLat): Camera {
	return { lon, lat, zoom: PLACE_ZOOM };
}
