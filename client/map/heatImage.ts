// A density as a picture: the ramp of crowds, fading to nothing where nobody is. Pure.
import type { Density } from "../../planning/coverage/figures/density.ts";
import { PALETTES, rampOf, rgbOf, type Theme } from "./palette.ts";

const OPACITY = 225;

/** red, green, blue, alpha of each cell; colours run from the middle of a class to the middle of the next. */
export function heatPixels(
	{ perKm2 }: Density,
	bounds: readonly number[],
	theme: Theme,
): Uint8ClampedArray<ArrayBuffer> {
	const colours = rampOf(PALETTES[theme].crowds, bounds.length + 1).map(rgbOf);
	const pixels = new Uint8ClampedArray(4 * perKm2.length);
	for (let cell = 0; cell < perKm2.length; cell++) {
		const place = placeIn(bounds, perKm2[cell] ?? 0);
		const from = Math.floor(place);
		const share = place - from;
		const low = colours[from] ?? BLACK;
		const high = colours[from + 1] ?? low;
		for (let part = 0; part < 3; part++)
			pixels[4 * cell + part] = (low[part] ?? 0) * (1 - share) + (high[part] ?? 0) * share;
		pixels[4 * cell + 3] = OPACITY * fading(perKm2[cell] ?? 0, bounds[0] ?? 1);
	}
	return pixels;
}
const BLACK = [0, 0, 0] as const;

/** Half of the lowest class is not yet seen as such. */
function fading(perKm2: number, firstBound: number): number {
	return Math.min(1, perKm2 / (firstBound / 2));
}

/** A place on the ramp: 0 in the middle of the lowest class and below, rising by 1 from class to class. */
function placeIn(bounds: readonly number[], value: number): number {
	let index = 0;
	while (index < bounds.length && value >= (bounds[index] ?? 0)) index++;
	const low = bounds[index - 1] ?? 0;
	const high = bounds[index] ?? low * 2;
	const share = Math.min(1, (value - low) / Math.max(high - low, 1e-9));
	return Math.max(0, Math.min(bounds.length, index + share - 0.5));
}
