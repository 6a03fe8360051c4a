import type { Layer } from "@deck.gl/core";
import { describe, expect, test } from "vitest";
import { NO_BACKGROUND } from "../../../client/map/backgroundStyle.ts";
import { dotsOf, homeDots, homesIn, nearBox } from "../../../client/map/homeDots.ts";
import { layersFor } from "../../../client/map/layersFor.ts";
import type { HexSurface, MapScene } from "../../../client/map/MapScene.ts";
import { PALETTES, rgbOf } from "../../../client/map/palette.ts";
import { BEYOND } from "../../../client/map/walkClasses.ts";
import { hexGridOf } from "../../../planning/geo/hexGrid.ts";

const homes = {
	lon: Float64Array.of(120.6, 120.61, 120.62),
	lat: Float64Array.of(30.9, 30.91, 30.92),
	residents: Uint32Array.of(100, 400, 900),
};
const classes = Uint8Array.of(0, 1, BEYOND);

function scene(change: Partial<MapScene>): MapScene {
	return {
		theme: "light",
		background: NO_BACKGROUND,
		reading: "places",
		shown: [],
		isStale: false,
		shapes: null,
		classes: new Map(),
		classColours: [],
		borders: null,
		district: null,
		labels: { names: [], figureOf: () => "" },
		homes: homeDots(homes, classes, "light"),
		hexes: null,
		heat: null,
		hoveredPlace: null,
		facilities: [],
		selectedCode: null,
		hoveredCode: null,
		flagPlace: null,
		flagHomes: null,
		spot: null,
		measure: null,
		route: null,
		commonBorder: null,
		...change,
	};
}
const surface: HexSurface = {
	grid: hexGridOf([120.6, 30.9, 120.7, 31], 500),
	hex: Int32Array.of(0, 1),
	colours: new Uint8ClampedArray(8),
	dots: null,
};
const heat = { image: {} as ImageData, box: [120, 30, 121, 31] } as const;
const underOf = ({ props }: Layer) => (props as unknown as { beforeId: string }).beforeId;
const attributesOf = ({ props }: Layer) =>
	(props.data as unknown as { attributes: Record<string, unknown> }).attributes;
const idsOf = (change: Partial<MapScene>) => layersFor(scene(change)).map(({ id }) => id);

test("by place every residence is drawn, and those beyond the limit once more as a dot", () => {
	const [all, beyond] = layersFor(scene({}));
	expect((all.props.data as unknown as { length: number }).length).toBe(3);
	expect((beyond.props.data as unknown as { length: number }).length).toBe(1);
});

test("no dot is drawn where nobody is beyond the limit", () => {
	expect(idsOf({ homes: homeDots(homes, Uint8Array.of(0, 0, 1), "light") })).toEqual([
		"residences",
	]);
});

test("by unit residences appear only when switched on", () => {
	expect(idsOf({ reading: "units" })).toEqual([]);
	expect(idsOf({ reading: "units", shown: ["residences"] })).toContain("residences");
});

test("before residences are loaded there is nothing to draw", () => {
	expect(idsOf({ homes: null })).toEqual([]);
});

test("a finding's residences are marked by unit; by place they already have their colour", () => {
	const flagHomes = dotsOf(homes, [2], 1);
	expect(idsOf({ reading: "units", flagHomes })).toEqual(["flag-residences"]);
	expect(idsOf({ flagHomes })).not.toContain("flag-residences");
});

test("every layer stays under borders and labels", () => {
	for (const layer of layersFor(scene({}))) expect(underOf(layer)).toBe("committee-border-casing");
});

test("heat lies lower still, beneath what cuts it off at the border of the city", () => {
	const layers = layersFor(scene({ homes: null, heat }));
	expect(layers.map(({ id }) => id)).toEqual(["heat"]);
	for (const layer of layers) expect(underOf(layer)).toBe("outside-land");
});

test("a finding's residences are marked on hexagons too, where no residence has a colour", () => {
	const flagHomes = dotsOf(homes, [2], 1);
	expect(idsOf({ homes: null, hexes: surface, flagHomes })).toContain("flag-residences");
});

test("what did not change is not sent to the graphics card again", () => {
	const drawn = homeDots(homes, classes, "light");
	const [one] = layersFor(scene({ homes: drawn }));
	const [other] = layersFor(scene({ homes: { ...drawn, colours: new Uint8ClampedArray(12) } }));
	const [before, after] = [attributesOf(one), attributesOf(other)];
	expect(after.getPosition).toBe(before.getPosition);
	expect(after.getFillColor).not.toBe(before.getFillColor);
});

test("a dot's area follows its residents", () => {
	const { radiiM } = homeDots(homes, classes, "light");
	expect(radiiM[1] / radiiM[0]).toBeCloseTo(2);
	expect(radiiM[2] / radiiM[0]).toBeCloseTo(3);
});

test("the colour of a residence is the legend's", () => {
	const { colours } = homeDots(homes, classes, "dark");
	expect([...colours.slice(0, 3)]).toEqual([...rgbOf(PALETTES.dark.minutes[0])]);
	expect([...colours.slice(8, 11)]).toEqual([...rgbOf(PALETTES.dark.beyond)]);
});

describe("from near", () => {
	test("only residences around the place are drawn, each by its own colour", () => {
		const box = nearBox(120.6201, 30.9201);
		const far = { ...homes, lon: Float64Array.of(119, 120.61, 120.62) };
		const seen = homesIn(far, box);
		expect([...seen]).toEqual([1, 2]);
		const { count, homes: of, colours, beyond } = homeDots(far, classes, "light", seen);
		expect([count, [...of], beyond.count]).toEqual([2, [1, 2], 1]);
		expect([...colours.slice(0, 3)]).toEqual([...rgbOf(PALETTES.light.minutes[1])]);
		expect([...colours.slice(4, 7)]).toEqual([...rgbOf(PALETTES.light.beyond)]);
	});

	test("the box has everything that a wide screen shows around its middle, wherever that lies in it", () => {
		const seenDeg = (360 / (512 * 2 ** 15.5)) * 2_560;
		for (const [lon, lat] of [
			[121.4737, 31.2304],
			[126.5349, 45.8038],
			[109.99, 18.3],
		] as const) {
			const [west, south, east, north] = nearBox(lon, lat);
			expect(Math.min(lon - west, east - lon)).toBeGreaterThan(seenDeg / 2);
			expect(Math.min(lat - south, north - lat)).toBeGreaterThan(seenDeg / 2);
		}
	});

	test("moving a little keeps the box", () => {
		expect(nearBox(121.47, 31.23)).toEqual(nearBox(121.4701, 31.2301));
	});
});
