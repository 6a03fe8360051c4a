// How well a reading of the numbers fits the city: how many features fall into its box.
import { type Box, isInBox } from "../../../planning/geo/box.ts";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { Refused } from "../../errors.ts";
import type { CrsSample, Reading } from "./crsReadings.ts";
import type { LocalGrid } from "./LocalGrid.ts";
import { type ToLonLat, toLonLatOf } from "./toLonLatOf.ts";

export interface Judged extends Reading {
	/** Features with a position on the earth, and in the city; of all that have coordinates. */
	readonly onEarth: number;
	readonly inside: number;
	readonly of: number;
	/** From the middle of the box to that of the features; null without a box or without places. */
	readonly awayM: number | null;
}

export interface City {
	readonly box: Box | null;
	readonly localGrids: readonly LocalGrid[];
}

/** The city's units need not reach as far as its files do. */
const MARGIN_SHARE = 0.1;
const MARGIN_DEG = 0.01;

/** null when the system cannot be converted (parameters that are not public, or unknown). */
export function judgeReading(reading: Reading, sample: CrsSample, city: City): Judged | null {
	const toLonLat = conversionOf(reading, city.localGrids);
	if (toLonLat === null) return null;
	const box = city.box === null ? null : widened(city.box);
	const places = sample.features
		.filter((positions) => positions.length > 0)
		.map(middleWith(toLonLat));
	const found = places.filter((place) => place !== null);
	return {
		...reading,
		onEarth: found.length,
		inside: box === null ? 0 : found.filter((place) => isInBox(place, box)).length,
		of: places.length,
		awayM: city.box === null ? null : awayFrom(city.box, found),
	};
}

function conversionOf(reading: Reading, localGrids: readonly LocalGrid[]): ToLonLat | null {
	try {
		return toLonLatOf(reading.crs, { isSwapped: reading.isSwapped, localGrids });
	} catch (error) {
		if (error instanceof Refused) return null;
		throw error;
	}
}

/** The middle of a feature's positions, null when one of them is nowhere. */
function middleWith(toLonLat: ToLonLat) {
	return (positions: CrsSample["features"][number]): LonLat | null => {
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const [x, y] of positions) {
			const [lon, lat] = toLonLat(x, y);
			if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
			west = Math.min(west, lon);
			east = Math.max(east, lon);
			south = Math.min(south, lat);
			north = Math.max(north, lat);
		}
		return [(west + east) / 2, (south + north) / 2];
	};
}

function widened([west, south, east, north]: Box): Box {
	const dLon = (east - west) * MARGIN_SHARE + MARGIN_DEG;
	const dLat = (north - south) * MARGIN_SHARE + MARGIN_DEG;
	return [west - dLon, south - dLat, east + dLon, north + dLat];
}

function awayFrom([west, south, east, north]: Box, places: readonly LonLat[]): number | null {
	if (places.length === 0) return null;
	const middle = (part: 0 | 1) =>
		places.map((place) => place[part]).sort((a, b) => a - b)[Math.floor(places.length / 2)] ?? 0;
	return distanceM([middle(0), middle(1)], [(west + east) / 2, (south + north) / 2]);
}
