// Residences and their walk classes as dots: coloured by class, sized by residents.
import type { Box } from "../../planning/geo/box.ts";
import type { Dots, HomeDots } from "./MapScene.ts";
import { PALETTES, rgbOf, type Theme } from "./palette.ts";
import { BEYOND, NOT_ATTACHED } from "./walkClasses.ts";

const RADIUS_PER_ROOT_RESIDENT_M = 2.6;
const BEYOND_DOT_SHARE = 0.42;
const OPACITY = 225;

export interface Homes {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly residents: Uint32Array;
}

/** Some residences with the colours of their walk classes; null classes make quiet dots. */
export function homeDots(
	homes: Homes,
	classes: Uint8Array | null,
	theme: Theme,
	indices: Uint32Array = homesIn(homes, null),
): HomeDots {
	const colours = new Uint8ClampedArray(indices.length * 4);
	const colourOf = colourTable(theme);
	const beyond: number[] = [];
	for (const [dot, home] of indices.entries()) {
		const classOf = classes?.[home] ?? NOT_ATTACHED;
		colours.set(colourOf(classOf), 4 * dot);
		if (classOf === BEYOND) beyond.push(home);
	}
	return {
		...dotsOf(homes, indices, 1),
		homes: indices,
		colours,
		beyond: dotsOf(homes, beyond, BEYOND_DOT_SHARE),
	};
}

/** Residences in a box, rising; all for null. */
export function homesIn({ lon, lat }: Homes, box: Box | null): Uint32Array {
	const all = Uint32Array.from({ length: lon.length }, (_, home) => home);
	if (box === null) return all;
	const [west, south, east, north] = box;
	const isIn = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;
	return all.filter((home) => isIn(lon[home] ?? Number.NaN, lat[home] ?? Number.NaN));
}

/** So wide and high, in degrees, that two fit into what is seen from where residences are told apart. */
const SIDE_DEG = 360 / 2 ** 14;

/**
 * What can be seen around a place from near, and as much again on each side: the same box until the place has moved on by a
 * side. Of a city's residences a few thousand lie in it, and no frame has to draw the others.
 */
export function nearBox(lon: number, lat: number): Box {
	const [x, y] = [Math.floor(lon / SIDE_DEG), Math.floor(lat / SIDE_DEG)];
	return [(x - 1) * SIDE_DEG, (y - 1) * SIDE_DEG, (x + 2) * SIDE_DEG, (y + 2) * SIDE_DEG];
}

/** Some residences as dots whose area follows their residents, `scale` times as wide. */
export function dotsOf(homes: Homes, indices: ArrayLike<number>, scale: number): Dots {
	const count = indices.length;
	const positions = new Float64Array(count * 2);
	const radiiM = new Float32Array(count);
	for (let dot = 0; dot < count; dot++) {
		const i = indices[dot] ?? 0;
		positions[2 * dot] = homes.lon[i] ?? 0;
		positions[2 * dot + 1] = homes.lat[i] ?? 0;
		radiiM[dot] = Math.sqrt(homes.residents[i] ?? 0) * RADIUS_PER_ROOT_RESIDENT_M * scale;
	}
	return { count, positions, radiiM };
}

function colourTable(theme: Theme): (classOf: number) => readonly number[] {
	const palette = PALETTES[theme];
	const quiet = [...rgbOf(palette.quiet), 120];
	const beyond = [...rgbOf(palette.beyond), OPACITY];
	const bands = palette.minutes.map((hex) => [...rgbOf(hex), OPACITY]);
	return (classOf) => {
		if (classOf === BEYOND) return beyond;
		if (classOf === NOT_ATTACHED) return quiet;
		return bands[classOf] ?? quiet;
	};
}
