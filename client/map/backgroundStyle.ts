// The map beneath the map as sources and layers: quiet, so that what is counted stays what is seen. Ids begin with
// `background-`; whoever draws them puts them above the land and beneath everything else.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Background } from "../../planning/wire/background.ts";
import { borrowedStyle } from "./borrowedStyle.ts";
import { PALETTES, type Palette, type Theme } from "./palette.ts";

/** What is put into the style of a map. */
export interface BackgroundPart {
	readonly sources: Readonly<Record<string, SourceSpecification>>;
	/** From the bottom to the top. */
	readonly layers: readonly LayerSpecification[];
	/** Whose map it is, to be shown on it; "" where nobody asks for that. */
	readonly attribution: string;
}

interface BackgroundGiven {
	/** Of this server, for the tiles that it serves. */
	readonly origin: string;
	/** What the address of a style answered; null while it has not. */
	readonly style: StyleSpecification | null;
}

export const NO_BACKGROUND: BackgroundPart = { sources: {}, layers: [], attribution: "" };

/** Layers of the background that is set, in the colours of a theme. */
export function backgroundLayers(
	background: Background | null,
	theme: Theme,
	{ origin, style }: BackgroundGiven,
): BackgroundPart {
	if (background === null) return NO_BACKGROUND;
	switch (background.kind) {
		case "tianditu":
			return tianditu(background, theme);
		case "style":
			return style === null ? NO_BACKGROUND : borrowedStyle(style, background.url);
		case "pmtiles":
			return pmtiles(background, theme, origin);
	}
}

const TILE_PX = 256;

/** Pictures cannot be recoloured: less colour by day, less colour and less light by night. */
function rasterLayer(id: string, theme: Theme): LayerSpecification {
	const paint =
		theme === "light"
			? { "raster-saturation": -0.6, "raster-opacity": 0.75 }
			: { "raster-saturation": -0.8, "raster-brightness-max": 0.4, "raster-opacity": 0.75 };
	return { id, type: "raster", source: id, paint: { ...paint, "raster-fade-duration": 0 } };
}

function tianditu(
	{ layers, attribution }: Extract<Background, { kind: "tianditu" }>,
	theme: Theme,
): BackgroundPart {
	const named = layers.map(({ id, ...source }) => ({ id: `background-${id}`, source }));
	return {
		sources: Object.fromEntries(
			named.map(
				({ id, source }) => [id, { type: "raster", tileSize: TILE_PX, ...source }] as const,
			),
		),
		layers: named.map(({ id }) => rasterLayer(id, theme)),
		attribution,
	};
}

const SOURCE = "background-tiles";

function pmtiles(
	{
		tilesUrl,
		minzoom,
		maxzoom,
		tileType,
		layers,
		attribution,
	}: Extract<Background, { kind: "pmtiles" }>,
	theme: Theme,
	origin: string,
): BackgroundPart {
	const source = { tiles: [`${origin}${tilesUrl}`], minzoom, maxzoom };
	return tileType === "raster"
		? {
				sources: { [SOURCE]: { type: "raster", tileSize: TILE_PX, ...source } },
				layers: [rasterLayer(SOURCE, theme)],
				attribution,
			}
		: {
				sources: { [SOURCE]: { type: "vector", ...source } },
				layers: vectorLayers(layers, PALETTES[theme]),
				attribution,
			};
}

/** Layers that the Protomaps basemap has (docs.protomaps.com/basemaps/layers), from the bottom to the top. */
function protomapsLayers({ palette, of }: Drawing): LayerSpecification[] {
	const isGreen = ["in", ["get", "kind"], ["literal", GREEN_KINDS]];
	return [
		...of("earth", (base) => [area(base, palette.land)]),
		...of("landuse", (base) => [area(base, ["case", isGreen, palette.green, "rgba(0,0,0,0)"])]),
		...of("water", (base) => [
			area(base, palette.water),
			line({ ...base, id: `${base.id}-line` }, palette.waterLine, 0.8),
		]),
		...of("roads", (base) => [
			line(base, palette.streetCasing, [
				"match",
				["get", "kind"],
				["highway", "major_road"],
				1.6,
				0.7,
			]),
		]),
		...of("buildings", (base) => [{ ...area(base, palette.building), minzoom: 15 }]),
	];
}

const GREEN_KINDS = ["park", "forest", "wood", "grass", "grassland", "nature_reserve", "garden"];
const PROTOMAPS_LAYERS = new Set(["earth", "landuse", "water", "roads", "buildings"]);

interface LayerBase {
	readonly id: string;
	readonly source: string;
	readonly "source-layer": string;
}
interface Drawing {
	readonly palette: Palette;
	/** The layers made of a source layer, none where the tiles lack it. */
	of(name: string, make: (base: LayerBase) => LayerSpecification[]): LayerSpecification[];
}

/** Where the tiles are those of Protomaps, as they mean it; else every layer as thin lines and light areas. */
function vectorLayers(names: readonly string[], palette: Palette): LayerSpecification[] {
	const baseOf = (name: string): LayerBase => ({
		id: `background-${name}`,
		source: SOURCE,
		"source-layer": name,
	});
	if (names.filter((name) => PROTOMAPS_LAYERS.has(name)).length < 2)
		return names.flatMap((name) => plainLayers(baseOf(name), palette));
	return protomapsLayers({
		palette,
		of: (name, make) => (names.includes(name) ? make(baseOf(name)) : []),
	});
}

function plainLayers(base: LayerBase, { building, quiet }: Palette): LayerSpecification[] {
	const fill = area({ ...base, id: `${base.id}-area` }, building);
	return [
		{ ...fill, paint: { ...fill.paint, "fill-opacity": 0.3 } } as LayerSpecification,
		line(base, quiet, 0.5),
	];
}

function area(base: LayerBase, colour: unknown): LayerSpecification {
	return {
		...base,
		type: "fill",
		filter: ["==", ["geometry-type"], "Polygon"],
		paint: { "fill-color": colour as string },
	};
}

function line(base: LayerBase, colour: string, widthPx: unknown): LayerSpecification {
	return {
		...base,
		type: "line",
		layout: { "line-cap": "round", "line-join": "round" },
		paint: { "line-color": colour, "line-width": widthPx as number },
	};
}
