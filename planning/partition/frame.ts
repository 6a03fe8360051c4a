// The plane of a tiling: which one for a city, and degrees into whole centimetres. Back: `lonLatOfCm`.
import type { LonLat } from "../geo/LonLat.ts";
import { eastNorthM } from "../geo/transverseMercator.ts";
import type { Frame } from "./Tiling.ts";

/** Half the span of a frame: 300 km, so that products of two coordinates' differences stay under 2⁵³. */
export const MAX_CM = 30_000_000;

/** The frame of a box of degrees (west, south, east, north): central longitude and origin in its middle. */
export function frameAround([west, south, east, north]: readonly [
	number,
	number,
	number,
	number,
]): Frame {
	const centralLon = Math.round(((west + east) / 2) * 1e4) / 1e4;
	const [, northM] = eastNorthM(centralLon, [centralLon, (south + north) / 2]);
	return { centralLon, originXCm: 0, originYCm: Math.round(northM * 100) };
}

/** A position in whole centimetres of a frame. */
export function cmOfLonLat(
	{ centralLon, originXCm, originYCm }: Frame,
	lonLat: LonLat,
): [xCm: number, yCm: number] {
	const [eastM, northM] = eastNorthM(centralLon, lonLat);
	return [Math.round(eastM * 100) - originXCm, Math.round(northM * 100) - originYCm];
}
