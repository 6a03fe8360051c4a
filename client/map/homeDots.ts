// Residences and their walk classes as dots: coloured by class, sized by residents.
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

/** Residences with the colours of their walk classes; null classes make quiet dots. */
export function homeDots(homes: Homes, classes: Uint8Array | null, theme: Theme): HomeDots {
	const count = homes.lon.length;
	const colours = new Uint8ClampedArray(count * 4);
	const colourOf = colourTable(theme);
	const beyond: number[] = [];
	for (let i = 0; i < count; i++) {
		const classOf = classes?.[i] ?? NOT_ATTACHED;
		colours.set(colourOf(classOf), 4 * i);
		if (classOf === BEYOND) beyond.push(i);
	}
	const all = Uint32Array.from({ length: count }, (_, i) => i);
	return { ...dotsOf(homes, all, 1), colours, beyond: dotsOf(homes, beyond, BEYOND_DOT_SHARE) };
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
