// The whole style of the map as a value: sources, then layers from the bottom to the top. No address outside the server.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { borderLayers } from "./borderLayers.ts";
import { labelLayers } from "./labelLayers.ts";
import type { Palette, Theme } from "./palette.ts";
import { PALETTES } from "./palette.ts";
import { routeLayers } from "./routeLayers.ts";
import { EMPTY } from "./sceneSources.ts";

/** Sources filled from the scene. */
export const SCENE_SOURCES = [
	"shapes",
	"selected",
	"hovered",
	"borders",
	"outside",
	"labels",
	"facilities",
	"flag",
	"place",
	"spot",
	"measure",
	"route",
	"commonBorder",
] as const;
export type SceneSource = (typeof SCENE_SOURCES)[number];

/** Not thinned: each shape would be on its own, and light would show between neighbours. */
const UNTHINNED = { tolerance: 0 };
const OF_SOURCE: Readonly<Partial<Record<SceneSource, object>>> = {
	shapes: { promoteId: "code", ...UNTHINNED },
	selected: UNTHINNED,
	hovered: UNTHINNED,
};

/** `tilesUrl`: the server's own vector tiles with water, green, industrial, streets, railway, expressway, wall. */
export function groundStyle(theme: Theme, tilesUrl: string): StyleSpecification {
	const palette = PALETTES[theme];
	const scene = SCENE_SOURCES.map((name) => [
		name,
		{ type: "geojson", data: EMPTY, ...OF_SOURCE[name] },
	]);
	return {
		version: 8,
		sources: {
			ground: { type: "vector", tiles: [tilesUrl], minzoom: 8, maxzoom: 15 },
			...Object.fromEntries(scene),
		},
		layers: [
			...groundLayers(palette),
			...fillLayers(palette, theme),
			// cuts surfaces off at the border of the city
			{
				id: "outside-land",
				type: "fill",
				source: "outside",
				layout: { visibility: "none" },
				paint: { "fill-color": palette.land },
			},
			// nobody lives on the water: no unit's colour covers it
			area("water", palette.water, { "fill-outline-color": palette.waterLine }),
			...streetLayers(palette),
			{
				id: "outside-mask",
				type: "fill",
				source: "outside",
				paint: { "fill-color": palette.mask },
			},
			...trackLayers(palette),
			...borderLayers(palette, theme),
			...routeLayers(palette),
			...labelLayers(palette),
		],
	};
}

/** The ground alone: land, green, water, streets, railways, for maps that draw something else on it. */
export function groundOf(palette: Palette): LayerSpecification[] {
	return [
		...groundLayers(palette),
		area("water", palette.water, { "fill-outline-color": palette.waterLine }),
		...streetLayers(palette),
		...trackLayers(palette),
	];
}

function area(id: string, colour: string, more = {}): LayerSpecification {
	return {
		id,
		type: "fill",
		source: "ground",
		"source-layer": id,
		paint: { "fill-color": colour, ...more },
	};
}

function groundLayers(palette: Palette): LayerSpecification[] {
	return [
		{ id: "land", type: "background", paint: { "background-color": palette.land } },
		area("industrial", palette.industrial),
		area("green", palette.green),
		{ ...area("building", palette.building), minzoom: 15 } as LayerSpecification,
	];
}

function fillLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	return [
		{
			id: "unit-fill",
			type: "fill",
			source: "shapes",
			paint: {
				"fill-color": classColour(palette.shares),
				"fill-opacity": 0.86,
				"fill-antialias": false,
			},
		},
		{
			id: "unit-no-data",
			type: "fill",
			source: "shapes",
			paint: {
				"fill-pattern": `no-data-${theme}`,
				"fill-opacity": ["match", CLASS, NO_DATA, 1, 0],
			},
		},
		{
			// what the pointer finds, in both readings
			id: "unit-hit",
			type: "fill",
			source: "shapes",
			paint: { "fill-color": "#000000", "fill-opacity": 0 },
		},
	];
}

/** Class of a unit that has no data: hatched, never coloured. Before figures are known a unit has no class at all. */
export const NO_DATA = -1;
const CLASS: ExpressionSpecification = ["coalesce", ["feature-state", "class"], -2];

/** The colour of a unit by its class; none without. */
export function classColour(colours: readonly string[]): ExpressionSpecification {
	const steps = colours.flatMap((colour, index) => [index, colour]);
	return ["match", CLASS, ...steps, "rgba(0,0,0,0)"] as unknown as ExpressionSpecification;
}

const BY_CLASS = (major: number, middle: number, minor: number, path: number) =>
	["match", ["get", "class"], "major", major, "middle", middle, "path", path, minor] as never;

function streetLayers(palette: Palette): LayerSpecification[] {
	const width = (extra: number) =>
		[
			"interpolate",
			["exponential", 1.6],
			["zoom"],
			11,
			BY_CLASS(1 + extra, 0.5 + extra, 0.25, 0),
			13,
			BY_CLASS(2 + extra, 1.1 + extra, 0.7 + extra / 2, 0.3),
			16,
			BY_CLASS(9 + extra, 6 + extra, 4 + extra, 1.4),
		] as never;
	const line = (
		id: string,
		colour: string,
		extra: number,
		opacity: unknown,
	): LayerSpecification => ({
		id,
		type: "line",
		source: "ground",
		"source-layer": "streets",
		layout: { "line-cap": "round", "line-join": "round" },
		paint: { "line-color": colour, "line-width": width(extra), "line-opacity": opacity as number },
	});
	const casing = ["interpolate", ["linear"], ["zoom"], 13.5, 0, 15, 0.8];
	return [
		line("street-casing", palette.streetCasing, 1.4, casing),
		line("street", palette.street, 0, palette.streetOnFill),
	];
}

function trackLayers(palette: Palette): LayerSpecification[] {
	const line = (id: string, layer: string, paint: object): LayerSpecification => ({
		id,
		type: "line",
		source: "ground",
		"source-layer": layer,
		layout: { "line-join": "round" },
		paint,
	});
	return [
		line("wall", "wall", { "line-color": palette.wall, "line-width": 0.8, "line-opacity": 0.7 }),
		line("expressway-casing", "expressway", { "line-color": palette.halo, "line-width": 5 }),
		line("expressway", "expressway", { "line-color": palette.expressway, "line-width": 3.2 }),
		line("railway", "railway", { "line-color": palette.rail, "line-width": 2.6 }),
		line("railway-gap", "railway", {
			"line-color": palette.railGap,
			"line-width": 1.3,
			"line-dasharray": [5, 5],
		}),
	];
}
