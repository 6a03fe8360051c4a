import { describe, expect, test } from "vitest";
import {
	contrastOf as contrast,
	luminanceOf as luminance,
	PALETTES,
	rampOf,
	readableInk,
	rgbOf,
} from "../../../client/map/palette.ts";

/** What people without red, green or blue cones see; G. Machado and others 2009, severity 1, on linear light. */
const SEEN_BY = {
	protan: [
		0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
	],
	deutan: [
		0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
	],
	tritan: [
		1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
	],
} as const;

function linear(hex: string): number[] {
	return rgbOf(hex).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
}

/** CIE L*a*b* of linear sRGB, white D65. */
function lab([red, green, blue]: number[]): [number, number, number] {
	const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
	const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
	const [fx, fy, fz] = [x, y, z].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
	return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function seenBy(hex: string, eyes: keyof typeof SEEN_BY): [number, number, number] {
	const light = linear(hex);
	const m = SEEN_BY[eyes];
	return lab(
		[0, 3, 6].map((row) =>
			Math.max(0, m[row] * light[0] + m[row + 1] * light[1] + m[row + 2] * light[2]),
		),
	);
}

describe.each(["light", "dark"] as const)("%s", (theme) => {
	const { minutes, beyond, shares, crowds, settled, priorities } = PALETTES[theme];
	test.each(["protan", "deutan", "tritan"] as const)(
		"%s eyes tell all classes of a legend apart",
		(eyes) => {
			for (const classes of [[...minutes, beyond], shares, [settled, ...crowds], priorities])
				classes.forEach((one, i) => {
					for (const other of classes.slice(i + 1)) {
						const [a, b] = [seenBy(one, eyes), seenBy(other, eyes)];
						const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
						expect(apart, `${one} and ${other}`).toBeGreaterThan(10);
					}
				});
		},
	);
});

const isMonotonic = (values: number[]) =>
	values.every(
		(value, i) => i === 0 || Math.sign(value - values[i - 1]) === Math.sign(values[1] - values[0]),
	);

test.each(["light", "dark"] as const)(
	"%s ramps change lightness one way only, so they read without hue",
	(theme) => {
		expect(isMonotonic(PALETTES[theme].shares.map(luminance))).toBe(true);
		expect(isMonotonic(PALETTES[theme].minutes.map(luminance))).toBe(true);
		expect(isMonotonic(PALETTES[theme].crowds.map(luminance))).toBe(true);
	},
);

test.each(["light", "dark"] as const)("%s neighbours of a ramp are told apart", (theme) => {
	const { shares, minutes, crowds } = PALETTES[theme];
	for (const ramp of [shares, minutes, crowds])
		for (const [i, colour] of ramp.slice(1).entries())
			expect(contrast(colour, ramp[i])).toBeGreaterThan(1.35);
});

test.each(["light", "dark"] as const)("%s labels stand out from their halo", (theme) => {
	expect(contrast(PALETTES[theme].label, PALETTES[theme].halo)).toBeGreaterThan(7);
});

test.each(["light", "dark"] as const)(
	"%s need and lack each read in greyscale: more of either is always the same way lighter or darker",
	(theme) => {
		const { priorities } = PALETTES[theme];
		const at = (need: number, lack: number) => luminance(priorities[3 * need + lack]);
		const rows = [0, 1, 2].map((need) => [0, 1, 2].map((lack) => at(need, lack)));
		const columns = [0, 1, 2].map((lack) => [0, 1, 2].map((need) => at(need, lack)));
		const ways = [...rows, ...columns].map((line) => Math.sign(line[1] - line[0]));
		for (const line of [...rows, ...columns]) expect(isMonotonic(line)).toBe(true);
		expect(new Set(ways).size).toBe(1);
		for (const need of [0, 1, 2])
			for (const lack of [0, 1])
				expect(
					contrast(priorities[3 * need + lack], priorities[3 * need + lack + 1]),
				).toBeGreaterThan(1.2);
	},
);

test.each(["light", "dark"] as const)("%s counts are legible on each of the nine", (theme) => {
	const { priorities, label, land } = PALETTES[theme];
	for (const colour of priorities)
		expect(contrast(colour, readableInk(colour, [label, land]))).toBeGreaterThan(4);
});

test("fewer classes take colours from all of the ramp, and never the same twice", () => {
	const ramp = ["a", "b", "c", "d", "e"];
	expect(rampOf(ramp, 5)).toEqual(ramp);
	expect(rampOf(ramp, 2)).toEqual(["a", "e"]);
	expect(rampOf(ramp, 3)).toEqual(["a", "c", "e"]);
	expect(rampOf(ramp, 1)).toEqual(["c"]);
	expect(new Set(rampOf(ramp, 4)).size).toBe(4);
});
