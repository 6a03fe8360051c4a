import { describe, expect, test } from "vitest";
import {
	beyondDots,
	crowdColours,
	DOT_STEPS,
	hexTexels,
	hexWidthM,
	inView,
	minuteColours,
} from "../../../client/map/hexSurface.ts";
import { PALETTES, rgbOf } from "../../../client/map/palette.ts";
import { walkBands } from "../../../client/map/walkClasses.ts";
import { hexGridOf } from "../../../planning/geo/hexGrid.ts";

const BOX = [120.5, 30.8, 120.7, 31] as const;
const colourAt = (colours: Uint8ClampedArray, slot: number) => [
	...colours.slice(4 * slot, 4 * slot + 3),
];

describe("width of hexagons", () => {
	test("from afar they are wide, from near narrow, from very near residences are seen", () => {
		expect([10, 12, 13, 15.4, 15.5].map((zoom) => hexWidthM(zoom, BOX))).toEqual([
			500,
			250,
			120,
			120,
			null,
		]);
	});

	test("they never grow when the reader comes nearer", () => {
		const zooms = Array.from({ length: 60 }, (_, i) => 9 + i / 10);
		const widths = zooms.map((zoom) => hexWidthM(zoom, BOX) ?? 0);
		expect(widths).toEqual([...widths].sort((a, b) => b - a));
	});
});

describe("what is seen of a lattice", () => {
	const grid = hexGridOf(BOX, 500);

	test("a place on the map is the same place on the lattice, at every strip's edge", () => {
		const [west, east, ...north] = inView(
			grid,
			(x, y) => ({ lng: 120.55 + 0.1 * x, lat: 30.95 - 0.1 * y * y }),
			4,
		);
		expect(west).toBeCloseTo(grid.place(120.55, 31)[0]);
		expect(east).toBeCloseTo(grid.place(120.65, 31)[0]);
		const edges = [0, 0.25, 0.5, 0.75, 1].map((y) => grid.place(121, 30.95 - 0.1 * y * y)[1]);
		expect(north).toEqual(edges);
	});

	test("the place of a hexagon is where its row and its column stand", () => {
		const [x, y] = grid.place(...grid.centre(3 * grid.columns + 7));
		expect(x).toBeCloseTo(7.5);
		expect(y).toBeCloseTo((3 * Math.sqrt(3)) / 2);
	});
});

describe("texels", () => {
	const grid = hexGridOf(BOX, 500);
	const texelAt = (texels: Uint8Array, hex: number) => [...texels.slice(4 * hex, 4 * hex + 4)];
	const colours = Uint8ClampedArray.of(10, 20, 30, 255, 40, 50, 60, 255);
	const hex = Int32Array.of(5, grid.count - 1);

	test("each hexagon has its colour, and where nobody lives there is nothing", () => {
		const texels = hexTexels({ grid, hex, colours, dots: null });
		expect(texels).toHaveLength(4 * grid.columns * grid.rows);
		expect(texelAt(texels, 5)).toEqual([10, 20, 30, 1]);
		expect(texelAt(texels, grid.count - 1)).toEqual([40, 50, 60, 1]);
		expect(texels.reduce((sum, part) => sum + part, 0)).toBe(60 + 150 + 2);
	});

	test("a dot is kept to a five hundredth of a width", () => {
		const dots = Float32Array.of(0, 0.36);
		const texels = hexTexels({ grid, hex, colours, dots });
		expect(texelAt(texels, 5)[3]).toBe(1);
		const kept = (texelAt(texels, grid.count - 1)[3] ?? 0) - 1;
		expect(Math.abs(kept / DOT_STEPS - 0.36)).toBeLessThan(1 / 1000);
	});

	test("the widest dot fits into a byte, and the least is not taken for none", () => {
		expect(1 + 0.5 * DOT_STEPS).toBeLessThanOrEqual(255);
		expect(Math.round(0.1 * DOT_STEPS)).toBeGreaterThan(0);
	});
});

describe("colours", () => {
	const { minutes, beyond, settled, crowds } = PALETTES.light;

	test("of the median walk follow the limit: 12 minutes are within 15 and beyond 10", () => {
		const measure = Float32Array.of(4, 12, Number.NaN);
		const at15 = minuteColours(measure, walkBands(15, "minutes"), "light");
		expect(colourAt(at15, 0)).toEqual([...rgbOf(minutes[0])]);
		expect(colourAt(at15, 1)).toEqual([...rgbOf(minutes[2])]);
		expect(colourAt(at15, 2)).toEqual([...rgbOf(beyond)]);
		const at10 = minuteColours(measure, walkBands(10, "minutes"), "light");
		expect(colourAt(at10, 1)).toEqual([...rgbOf(beyond)]);
	});

	test("a median on the limit is within it", () => {
		const colours = minuteColours(Float32Array.of(10), walkBands(10, "minutes"), "light");
		expect(colourAt(colours, 0)).toEqual([...rgbOf(minutes[1])]);
	});

	test("of crowds are quiet where nobody is beyond, and as many as there are classes", () => {
		const colours = crowdColours(Float64Array.of(0, 3, 60, 700), [50, 100, 200, 500], "light");
		expect([0, 1, 2, 3].map((slot) => colourAt(colours, slot))).toEqual(
			[settled, crowds[0], crowds[1], crowds[4]].map((hex) => [...rgbOf(hex)]),
		);
	});
});

test("a dot's area follows the people beyond, and what is within has none", () => {
	const radii = beyondDots(Float64Array.of(400, 100, 50, 0.01), (slot) => slot !== 2, 400);
	expect(radii[0] / radii[1]).toBeCloseTo(2);
	expect(radii[2]).toBe(0);
	expect(radii[3]).toBeGreaterThan(0);
	expect(radii[0]).toBeLessThan(0.5);
});
