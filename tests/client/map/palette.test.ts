import { expect, test } from "vitest";
import { PALETTES, rgbOf } from "../../../client/map/palette.ts";

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
	const [red, green, blue] = rgbOf(hex).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}
const isMonotonic = (values: number[]) =>
	values.every(
		(value, i) => i === 0 || Math.sign(value - values[i - 1]) === Math.sign(values[1] - values[0]),
	);

test.each(["light", "dark"] as const)(
	"%s ramps change lightness one way only, so they read without hue",
	(theme) => {
		expect(isMonotonic(PALETTES[theme].shares.map(luminance))).toBe(true);
		expect(isMonotonic(PALETTES[theme].minutes.map(luminance))).toBe(true);
	},
);

test.each(["light", "dark"] as const)("%s neighbours of a ramp are told apart", (theme) => {
	for (const ramp of [PALETTES[theme].shares, PALETTES[theme].minutes])
		ramp.slice(1).forEach((colour, i) => expect(contrast(colour, ramp[i])).toBeGreaterThan(1.35));
});

test.each(["light", "dark"] as const)("%s labels stand out from their halo", (theme) => {
	expect(contrast(PALETTES[theme].label, PALETTES[theme].halo)).toBeGreaterThan(7);
});
