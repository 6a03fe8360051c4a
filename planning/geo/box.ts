// Boxes around places, in degrees: a coarse and quick “near”.
import type { LonLat } from "./LonLat.ts";

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Is a place in the box or on its edge? */
export function isInBox([lon, lat]: LonLat, [west, south, east, north]: Box): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The box of some places, `marginM` wider (a little more, never less). */
export function boxAround(places: Iterable<LonLat>, marginM: number): Box {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of places) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	// a degree of latitude is at least 110,574 m; of longitude, that of the box's poleward side
	const dLat = (marginM * 1.01) / 110_574;
	const poleward = Math.min(89, Math.max(Math.abs(south - dLat), Math.abs(north + dLat)));
	const dLon = dLat / Math.cos((poleward * Math.PI) / 180);
	return [west - dLon, south - dLat, east + dLon, north + dLat];
}
