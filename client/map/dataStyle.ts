// The style of the map of the data screens: ground, what is in force (grey, wide), this file (blue, fine), issues on top.
import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { DATA_SOURCES } from "./dataSources.ts";
import { groundOf } from "./groundStyle.ts";
import { FAMILIES, MEDIUM } from "./labelLayers.ts";
import { PALETTES, type Palette, type Theme } from "./palette.ts";
import { EMPTY } from "./sceneSources.ts";

const POINT: FilterSpecification = ["==", ["geometry-type"], "Point"];
const LINE: FilterSpecification = ["!=", ["geometry-type"], "Point"];
const AREA: FilterSpecification = ["==", ["geometry-type"], "Polygon"];

/** Colours of what this map alone shows. */
const COLOURS = {
	light: { current: "#bcc3cf", point: "#8a94a6", added: "#17735a", removed: "#b3261e" },
	dark: { current: "#46536a", point: "#7f8ca3", added: "#6fd0ae", removed: "#ff9d94" },
} as const;

export function dataStyle(theme: Theme, tilesUrl: string): StyleSpecification {
	const palette = PALETTES[theme];
	const sources = DATA_SOURCES.map((name) => [
		name,
		{ type: "geojson", data: EMPTY, ...(name === "shapes" ? { tolerance: 0.2 } : {}) },
	]);
	return {
		version: 8,
		sources: {
			ground: { type: "vector", tiles: [tilesUrl], minzoom: 8, maxzoom: 15 },
			...Object.fromEntries(sources),
		},
		layers: [...groundOf(palette), ...shapeLayers(palette, theme), ...markLayers(palette, theme)],
	};
}

const role = (name: string): FilterSpecification => ["==", ["get", "role"], name];
const all = (...filters: FilterSpecification[]) => ["all", ...filters] as FilterSpecification;
const changed = (...names: string[]): FilterSpecification => [
	"in",
	["get", "change"],
	["literal", names],
];
/** Not comparing, or changed: drawn in full. */
const full = ["match", ["get", "change"], "same", 0.25, 1];

function shapeLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	const { current, point, added, removed } = COLOURS[theme];
	const colour = ["match", ["get", "change"], "added", added, palette.accent];
	return [
		fill("staged-fill", all(role("staged"), AREA), colour, [
			"match",
			["get", "change"],
			"same",
			0.02,
			"added",
			0.14,
			0.05,
		]),
		line("current-line", all(role("current"), LINE), {
			"line-color": current,
			"line-width": ["match", ["get", "change"], ["reshaped", "moved"], 2, 3.6],
			// two units draw their common border twice: only a full colour looks the same once and twice
			"line-opacity": ["match", ["get", "change"], "same", 0.4, 1],
		}),
		line("staged-line", all(role("staged"), LINE), {
			"line-color": colour,
			"line-width": ["match", ["get", "change"], ["reshaped", "added", "moved"], 2.2, 1.4],
			"line-opacity": full,
		}),
		line("removed-line", all(role("current"), LINE, changed("removed")), {
			"line-color": removed,
			"line-width": 2.2,
			"line-dasharray": [2, 2],
		}),
		line("before-line", all(role("current"), LINE, changed("reshaped")), {
			"line-color": palette.label,
			"line-width": 1.4,
			"line-dasharray": [4, 3],
		}),
		line(
			"moves",
			null,
			{ "line-color": palette.accent, "line-width": 1.6, "line-dasharray": [1, 1.5] },
			"moves",
		),
		dots("current-point", all(role("current"), POINT), {
			"circle-color": palette.markerFill,
			"circle-stroke-color": ["match", ["get", "change"], "removed", removed, point],
			"circle-opacity": full,
			"circle-stroke-opacity": full,
		}),
		dots("staged-point", all(role("staged"), POINT), {
			"circle-color": colour,
			"circle-stroke-color": palette.markerFill,
			"circle-opacity": full,
			"circle-stroke-opacity": full,
		}),
		line("chosen-casing", all(["==", ["get", "id"], ""], LINE), {
			"line-color": palette.halo,
			"line-width": 6,
		}),
		line("chosen-line", all(["==", ["get", "id"], ""], LINE), {
			"line-color": palette.accent,
			"line-width": 2.6,
		}),
		dots("chosen-point", all(["==", ["get", "id"], ""], POINT), {
			"circle-color": "rgba(0,0,0,0)",
			"circle-stroke-color": palette.accent,
			"circle-radius": 9,
			"circle-stroke-width": 2.4,
		}),
	];
}

/** Filters of what is chosen, by layer. */
export function chosenFilters(id: string | null): [layer: string, filter: FilterSpecification][] {
	const isChosen: FilterSpecification = ["==", ["get", "id"], id ?? "\u0000"];
	return [
		["chosen-casing", all(isChosen, LINE)],
		["chosen-line", all(isChosen, LINE)],
		["chosen-point", all(isChosen, POINT)],
	];
}

function markLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	const text = {
		"text-color": palette.label,
		"text-halo-color": palette.halo,
		"text-halo-width": 1.8,
	};
	return [
		{
			id: "names",
			type: "symbol",
			source: "names",
			layout: {
				"text-field": ["get", "name"],
				"text-font": MEDIUM,
				"text-size": 12.5,
				"text-padding": 6,
			},
			paint: text,
		},
		badges("issues", false, theme),
		badges("issue-chosen", true, theme),
	];
}

/** Severity is shape and colour both; the number links to the table. */
function badges(id: string, isChosen: boolean, theme: Theme): LayerSpecification {
	return {
		id,
		type: "symbol",
		source: "issues",
		filter: ["==", ["get", "isChosen"], isChosen],
		layout: {
			"icon-image": ["concat", "issue-", ["get", "severity"], `-${theme}`],
			"icon-size": isChosen ? 1.25 : 1,
			"icon-allow-overlap": isChosen,
			"text-allow-overlap": isChosen,
			"text-field": ["to-string", ["get", "number"]],
			"text-font": ["Noto Sans SC Bold", ...FAMILIES],
			"text-size": isChosen ? 12.5 : 11,
			"symbol-sort-key": ["get", "number"],
		},
		paint: {
			"text-color": "#ffffff",
			"icon-opacity": ["match", ["get", "decision"], "open", 1, 0.55],
		},
	};
}

function fill(
	id: string,
	filter: FilterSpecification,
	colour: unknown,
	opacity: unknown,
): LayerSpecification {
	return {
		id,
		type: "fill",
		source: "shapes",
		filter,
		paint: {
			"fill-color": colour as string,
			"fill-opacity": opacity as number,
			"fill-antialias": false,
		},
	};
}

function line(
	id: string,
	filter: FilterSpecification | null,
	paint: object,
	source = "shapes",
): LayerSpecification {
	return {
		id,
		type: "line",
		source,
		...(filter === null ? {} : { filter }),
		layout: { "line-join": "round", "line-cap": "butt" },
		paint,
	};
}

function dots(id: string, filter: FilterSpecification, paint: object): LayerSpecification {
	return {
		id,
		type: "circle",
		source: "shapes",
		filter,
		paint: { "circle-radius": 4.5, "circle-stroke-width": 1.6, ...paint },
	};
}
