import { expect, test } from "vitest";
import { heatPixels } from "../../../client/map/heatImage.ts";
import { luminanceOf, PALETTES, rgbOf } from "../../../client/map/palette.ts";

const BOUNDS = [100, 200, 500, 1_000];
const pixelsOf = (values: number[]) => {
	const perKm2 = Float32Array.from(values);
	const density = {
		box: [0, 0, 1, 1],
		columns: values.length,
		rows: 1,
		perKm2,
		max: Math.max(...values),
	} as const;
	const pixels = heatPixels(density, BOUNDS, "light");
	return values.map((_, cell) => [...pixels.slice(4 * cell, 4 * cell + 4)]);
};

test("where nobody is, nothing is drawn", () => {
	expect(pixelsOf([0])[0][3]).toBe(0);
});

test("the middle of a class has the colour of its key", () => {
	const [pixel] = pixelsOf([150]);
	expect(pixel.slice(0, 3)).toEqual([...rgbOf(PALETTES.light.crowds[1])]);
});

test("more people are never lighter, nor more transparent", () => {
	const pixels = pixelsOf([1, 10, 60, 120, 199, 201, 400, 700, 1_000, 2_000, 90_000]);
	const words = pixels.map(
		([r, g, b]) => `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`,
	);
	const light = words.map(luminanceOf);
	expect(light).toEqual([...light].sort((a, b) => b - a));
	const seen = pixels.map(([, , , alpha]) => alpha);
	expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
