import { describe, expect, test } from "vitest";
import {
	beyondDots,
	crowdColours,
	hexCentres,
	hexCorners,
	hexWidthM,
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

/** Where MapLibre and deck.gl draw a place: the flat world that is 512 wide. */
const flat = ([lon, lat]: readonly [number, number]): [number, number] => {
	const phi = (lat * Math.PI) / 180;
	return [
		((lon + 180) / 360) * 512,
		(Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * 512,
	];
};

test.each([1, 31, 46])(
	"at latitude %i neighbours meet: the side of one is the side of the other",
	(south) => {
		const grid = hexGridOf([120.5, south, 120.7, south + 0.2], 250);
		const corners = hexCorners(grid);
		const hex = grid.columns * Math.floor(grid.rows / 2) + 4;
		const [x, y] = flat(grid.centre(hex));
		const width = corners[0][0] - corners[3][0];
		for (const neighbour of grid.neighbours(hex)) {
			const [otherX, otherY] = flat(grid.centre(neighbour));
			const shared = corners.filter(([dx, dy]) =>
				corners.some(
					([ox, oy]) => Math.hypot(x + dx - otherX - ox, y + dy - otherY - oy) < width / 200,
				),
			);
			expect(shared).toHaveLength(2);
		}
	},
);

test("centres are those of the lattice", () => {
	const grid = hexGridOf(BOX, 500);
	expect([...hexCentres(grid, Int32Array.of(7))]).toEqual([...grid.centre(7)]);
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
	const { radiiM } = beyondDots(new Float64Array(8), Float64Array.of(400, 100, 50, 0.01), {
		isMarked: (slot) => slot !== 2,
		peak: 400,
		widthM: 100,
	});
	expect(radiiM[0] / radiiM[1]).toBeCloseTo(2);
	expect(radiiM[2]).toBe(0);
	expect(radiiM[3]).toBeGreaterThan(0);
	expect(radiiM[0]).toBeLessThan(50);
});
