// Residences and their walk classes as dots: coloured by class, sized by residents.
import type { HomeDots } from "./MapScene.ts";
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

/** `bandCount` bands share the minute colours; fewer bands use the nearer ones. Null classes: quiet dots. */
export function homeDots(homes: Homes, classes: Uint8Array | null, theme: Theme): HomeDots {
	const count = homes.lon.length;
	const positions = new Float64Array(count * 2);
	const radiiM = new Float32Array(count);
	const colours = new Uint8ClampedArray(count * 4);
	const colourOf = colourTable(theme);
	const beyond: number[] = [];
	for (let i = 0; i < count; i++) {
		positions[2 * i] = homes.lon[i] ?? 0;
		positions[2 * i + 1] = homes.lat[i] ?? 0;
		radiiM[i] = Math.sqrt(homes.residents[i] ?? 0) * RADIUS_PER_ROOT_RESIDENT_M;
		const classOf = classes?.[i] ?? NOT_ATTACHED;
		colours.set(colourOf(classOf), 4 * i);
		if (classOf === BEYOND) beyond.push(i);
	}
	return {
		count,
		positions,
		radiiM,
		colours,
		beyond: {
			count: beyond.length,
			positions: Float64Array.from(beyond.flatMap((i) => [homes.lon[i] ?? 0, homes.lat[i] ?? 0])),
			radiiM: Float32Array.from(beyond, (i) => (radiiM[i] ?? 0) * BEYOND_DOT_SHARE),
		},
	};
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
