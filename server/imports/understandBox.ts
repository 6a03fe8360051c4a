// Where the sample of a file lies once its coordinates are converted.
import type { CrsFinding, Understanding } from "../../planning/wire/understanding.ts";
import { Refused } from "../errors.ts";
import type { LocalGrid } from "./crs/LocalGrid.ts";
import { type ToLonLat, toLonLatOf } from "./crs/toLonLatOf.ts";
import { type FileSample, numbersOf, positionsOf } from "./understandSample.ts";

/** West, south, east, north in degrees; null when the CRS is not known or nothing lies on the earth. */
export function bboxOf(
	{ features }: FileSample,
	columns: { readonly lon: string; readonly lat: string } | null,
	place: { readonly crs: CrsFinding; readonly localGrids: readonly LocalGrid[] },
): Understanding["bbox"] {
	const toLonLat = conversionOf(place.crs, place.localGrids);
	if (toLonLat === null) return null;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry, properties } of features) {
		const isColumns = geometry === null && columns !== null;
		const positions = isColumns
			? numbersOf(properties[columns.lon], properties[columns.lat])
			: positionsOf(geometry);
		for (const [x, y] of positions) {
			const [lon, lat] = toLonLat(x, y);
			if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) continue;
			west = Math.min(west, lon);
			south = Math.min(south, lat);
			east = Math.max(east, lon);
			north = Math.max(north, lat);
		}
	}
	return west > east ? null : [west, south, east, north];
}

/** null when there is none, or it needs parameters. */
export function conversionOf(
	{ used, isSwapped }: CrsFinding,
	localGrids: readonly LocalGrid[],
): ToLonLat | null {
	if (used === null) return null;
	try {
		return toLonLatOf(used, { isSwapped, localGrids });
	} catch (error) {
		if (error instanceof Refused) return null;
		throw error;
	}
}
