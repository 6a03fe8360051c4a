// Hexagons as the map draws them: how wide, what they are coloured by, and the dots on those beyond. Pure.

import { classOf } from "../../planning/coverage/figures/breaks.ts";
import type { Box } from "../../planning/geo/box.ts";
import type { HexGrid } from "../../planning/geo/hexGrid.ts";
import type { HexSurface } from "./MapScene.ts";
import { PALETTES, rampOf, rgbOf, type Theme } from "./palette.ts";
import type { WalkBands } from "./walkClasses.ts";

/** Metres from flat side to flat side, fine to coarse. */
const WIDTHS_M = [120, 250, 500] as const;
/** A hexagon smaller than this is not told from its neighbours. */
const LEAST_PX = 10;
/** From here on each residence is seen by itself. */
const DOTS_FROM_ZOOM = 15.5;
/** Round the earth at the equator, and how wide the map's flat world is. */
const EQUATOR_M = 40_075_017;
const WORLD = 512;
const DOT_SHARES = { least: 0.1, most: 0.36 } as const; // of a width
/** The widest dot that a texel can say is half a width. */
export const DOT_STEPS = 508;
/** Of the surface: the ground is guessed beneath it. */
export const HEX_OPACITY = 222 / 255;

/** Width of hexagons at a zoom, so that one is a few pixels wide; null where residences are shown instead. */
export function hexWidthM(zoom: number, [, south, , north]: Box): number | null {
	if (zoom >= DOTS_FROM_ZOOM) return null;
	const parallelM = EQUATOR_M * Math.cos((((south + north) / 2) * Math.PI) / 180);
	const pxPerM = (WORLD * 2 ** zoom) / parallelM;
	return (
		WIDTHS_M.find((widthM) => widthM * pxPerM >= LEAST_PX) ?? WIDTHS_M[WIDTHS_M.length - 1] ?? null
	);
}

/** Colours by the median walk: bands up to the limit, then beyond. */
export function minuteColours(
	measure: Float32Array,
	{ upTo }: WalkBands,
	theme: Theme,
): Uint8ClampedArray {
	const { minutes, beyond } = PALETTES[theme];
	const colours = [...minutes.slice(0, upTo.length), beyond].map(opaque);
	const limits = Float32Array.from(upTo);
	return coloured(measure.length, (slot) => {
		const walk = measure[slot] ?? Number.NaN;
		const band = limits.findIndex((limit) => walk <= limit);
		return colours[band < 0 ? colours.length - 1 : band];
	});
}

/** Colours by the people beyond the limit; where there are none, a quiet one. */
export function crowdColours(
	beyond: Float64Array,
	bounds: readonly number[],
	theme: Theme,
): Uint8ClampedArray {
	const { crowds, settled } = PALETTES[theme];
	const colours = rampOf(crowds, bounds.length + 1).map(opaque);
	const none = opaque(settled);
	return coloured(beyond.length, (slot) => {
		const people = beyond[slot] ?? 0;
		return people > 0 ? colours[classOf(people, bounds)] : none;
	});
}

/** On each hexagon beyond the limit a dot whose area follows its people: its radius in widths, 0 for the others. */
export function beyondDots(
	beyond: Float64Array,
	isMarked: (slot: number) => boolean,
	peak: number,
): Float32Array {
	const radii = new Float32Array(beyond.length);
	for (let slot = 0; slot < beyond.length; slot++) {
		if (!isMarked(slot)) continue;
		const share = Math.sqrt((beyond[slot] ?? 0) / Math.max(peak, 1)) * DOT_SHARES.most;
		radii[slot] = Math.max(DOT_SHARES.least, share);
	}
	return radii;
}

/**
 * A texel for every hexagon of the lattice, row by row from the south: red, green, blue, and who stands there. Nobody: 0;
 * people: 1 and the radius of their dot in steps of `1 / DOT_STEPS` widths.
 */
export function hexTexels({ grid, hex, colours, dots }: HexSurface): Uint8Array {
	const texels = new Uint8Array(4 * grid.count);
	for (let slot = 0; slot < hex.length; slot++) {
		const at = 4 * (hex[slot] ?? 0);
		for (let part = 0; part < 3; part++) texels[at + part] = colours[4 * slot + part] ?? 0;
		texels[at + 3] = 1 + Math.round((dots?.[slot] ?? 0) * DOT_STEPS);
	}
	return texels;
}

/**
 * What of a lattice is seen: its west and its east, then how far north each edge of equal strips lies, from above, in widths
 * from the first centre. `placeOf` tells the place at shares of the map's width and height; north is up.
 */
export function inView(
	{ place }: Pick<HexGrid, "place">,
	placeOf: (x: number, y: number) => { readonly lng: number; readonly lat: number },
	strips: number,
): [west: number, east: number, ...north: number[]] {
	const at = (x: number, y: number) => {
		const { lng, lat } = placeOf(x, y);
		return place(lng, lat);
	};
	const north = Array.from({ length: strips + 1 }, (_, edge) => at(0, edge / strips)[1]);
	return [at(0, 0)[0], at(1, 0)[0], ...north];
}

/** A colour as the four bytes that lie in memory. */
function opaque(hex: string): number {
	const bytes = Uint8ClampedArray.of(...rgbOf(hex), 255);
	return new Uint32Array(bytes.buffer)[0] ?? 0;
}

function coloured(count: number, colourOf: (slot: number) => number | undefined) {
	const words = new Uint32Array(count);
	for (let slot = 0; slot < count; slot++) words[slot] = colourOf(slot) ?? 0;
	return new Uint8ClampedArray(words.buffer);
}
