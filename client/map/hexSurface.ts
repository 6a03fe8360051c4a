// Hexagons as the map draws them: where they stand, what they are coloured by, and the dots on those beyond. Pure.

import { classOf } from "../../planning/coverage/figures/breaks.ts";
import type { Box } from "../../planning/geo/box.ts";
import type { HexGrid } from "../../planning/geo/hexGrid.ts";
import type { Dots } from "./MapScene.ts";
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
const OPACITY = 222;
const DOT_SHARES = { least: 0.1, most: 0.36 } as const; // of a width

/** Width of hexagons at a zoom, so that one is a few pixels wide; null where residences are shown instead. */
export function hexWidthM(zoom: number, [, south, , north]: Box): number | null {
	if (zoom >= DOTS_FROM_ZOOM) return null;
	const parallelM = EQUATOR_M * Math.cos((((south + north) / 2) * Math.PI) / 180);
	const pxPerM = (WORLD * 2 ** zoom) / parallelM;
	return (
		WIDTHS_M.find((widthM) => widthM * pxPerM >= LEAST_PX) ?? WIDTHS_M[WIDTHS_M.length - 1] ?? null
	);
}

/** Centres of some hexagons: lon, lat pairs. */
export function hexCentres(grid: HexGrid, hex: Int32Array): Float64Array {
	const centres = new Float64Array(2 * hex.length);
	for (let slot = 0; slot < hex.length; slot++) {
		const [lon, lat] = grid.centre(hex[slot] ?? 0);
		centres[2 * slot] = lon;
		centres[2 * slot + 1] = lat;
	}
	return centres;
}

/** Corners around the centre, in units of the map's flat world, in which hexagons of the lattice meet without a gap. */
export function hexCorners(grid: HexGrid): [x: number, y: number][] {
	const middle = grid.columns * Math.floor(grid.rows / 2);
	const [lon, lat] = grid.centre(middle);
	const perDegree = WORLD / 360;
	return grid
		.corners(middle)
		.map(([cornerLon, cornerLat]) => [
			(cornerLon - lon) * perDegree,
			((cornerLat - lat) * perDegree) / Math.cos((lat * Math.PI) / 180),
		]);
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

/** On each hexagon beyond the limit a dot whose area follows its people; the others have one without size. */
export function beyondDots(
	centres: Float64Array,
	beyond: Float64Array,
	{ isMarked, peak, widthM }: DotSizes,
): Dots {
	const radiiM = new Float32Array(beyond.length);
	for (let slot = 0; slot < beyond.length; slot++) {
		if (!isMarked(slot)) continue;
		const share = Math.sqrt((beyond[slot] ?? 0) / Math.max(peak, 1)) * DOT_SHARES.most;
		radiiM[slot] = Math.max(DOT_SHARES.least, share) * widthM;
	}
	return { count: beyond.length, positions: centres, radiiM };
}

export interface DotSizes {
	isMarked(slot: number): boolean;
	/** People that the largest dot stands for. */
	readonly peak: number;
	readonly widthM: number;
}

/** A colour as the four bytes that lie in memory. */
function opaque(hex: string): number {
	const bytes = Uint8ClampedArray.of(...rgbOf(hex), OPACITY);
	return new Uint32Array(bytes.buffer)[0] ?? 0;
}

function coloured(count: number, colourOf: (slot: number) => number | undefined) {
	const words = new Uint32Array(count);
	for (let slot = 0; slot < count; slot++) words[slot] = colourOf(slot) ?? 0;
	return new Uint8ClampedArray(words.buffer);
}
