// Tianditu 天地图: vector ground (vec) and its names (cva) in web Mercator, as its WMTS gives them
// (lbs.tianditu.gov.cn/server/MapService.html). Each key is a browser's key: the reader's browser asks, not this server.
import type { Background } from "../../planning/wire/background.ts";

const HOSTS: readonly string[] = Array.from(
	{ length: 8 },
	(_, i) => `https://t${i}.tianditu.gov.cn`,
);
const LAYERS = ["vec", "cva"];
const DEEPEST_ZOOM = 18;

export function tiandituBackground(key: string): Background {
	const layers = LAYERS.map((id) => ({
		id,
		tiles: HOSTS.map((host) => tileUrl(host, id, key)),
		minzoom: 1,
		maxzoom: DEEPEST_ZOOM,
	}));
	return { kind: "tianditu", key, layers, attribution: "天地图" };
}

export function tiandituOrigins(): readonly string[] {
	return HOSTS;
}

function tileUrl(host: string, layer: string, key: string): string {
	const asked = `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`;
	return `${host}/${layer}_w/wmts?${asked}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;
}
