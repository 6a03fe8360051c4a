// Colours of what a drawing table alone shows.
import type { Theme } from "../palette.ts";

/** Tints of units, pale enough for streets and hatching, apart also for colour-blind eyes by their order of lightness. */
export const TINTS: Readonly<Record<Theme, readonly string[]>> = {
	light: ["#dfe8fb", "#f8ecd6", "#dcefe6", "#efe3f3", "#f6f0b8", "#d9edf2"],
	dark: ["#22345c", "#4a3d22", "#1f4438", "#42304a", "#47451c", "#1e4450"],
};
export const SKETCH: Readonly<Record<Theme, string>> = { light: "#c2185b", dark: "#ff7fb0" };
export const CHANGES: Readonly<Record<Theme, { gain: string; lose: string }>> = {
	light: { gain: "#0b5f7d", lose: "#a8430f" },
	dark: { gain: "#58c6dd", lose: "#ffb184" },
};
