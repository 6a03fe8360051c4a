// The style of a drawing table: the ground, a tint for each unit, borders each once, and over them what the plan changes.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { groundOf } from "../groundStyle.ts";
import { PALETTES, type Palette, type Theme } from "../palette.ts";
import { EMPTY } from "../sceneSources.ts";
import { both, is, line } from "./layerParts.ts";
import { markLayers, sketchLayers } from "./markLayers.ts";
import { SKETCH, TINTS } from "./planColours.ts";
import { PLAN_SOURCES } from "./planSources.ts";

export function planStyle(theme: Theme, tilesUrl: string): StyleSpecification {
	const palette = PALETTES[theme];
	const sources = PLAN_SOURCES.map((name) => [
		name,
		{
			type: "geojson",
			data: EMPTY,
			tolerance: 0,
			...(name === "cells" ? { promoteId: "code" } : {}),
		},
	]);
	const ground = groundOf(palette);
	const underStreets = ground.findIndex(({ id }) => id === "street-casing");
	return {
		version: 8,
		sources: {
			ground: { type: "vector", tiles: [tilesUrl], minzoom: 8, maxzoom: 15 },
			...Object.fromEntries(sources),
		},
		layers: [
			...ground.slice(0, underStreets),
			...cellLayers(palette, theme),
			...ground.slice(underStreets),
			...borderLayers(palette),
			...changeLayers(palette, theme),
			...markLayers(palette, theme),
			...sketchLayers(palette, theme),
		] as LayerSpecification[],
	};
}

const state = (name: string, fallback: unknown) =>
	["coalesce", ["feature-state", name], fallback] as unknown as ExpressionSpecification;
const whileIn = (name: string, opacity: number) =>
	["case", ["boolean", ["feature-state", name], false], opacity, 0] as ExpressionSpecification;

function cellLayers(palette: Palette, theme: Theme): object[] {
	const tints = TINTS[theme].flatMap((colour, tint) => [tint, colour]);
	const fill = (id: string, paint: object) => ({ id, type: "fill", source: "cells", paint });
	return [
		fill("cell-tint", {
			"fill-color": ["match", state("tint", -1), ...tints, "rgba(0,0,0,0)"],
			"fill-opacity": 0.72,
			"fill-antialias": false,
		}),
		fill("cell-moved", { "fill-pattern": `flag-${theme}`, "fill-opacity": whileIn("moved", 0.55) }),
		fill("cell-blocked", {
			"fill-color": palette.beyond,
			"fill-opacity": whileIn("blocked", 0.38),
		}),
		fill("cell-selected", {
			"fill-color": palette.accent,
			"fill-opacity": whileIn("selected", 0.2),
		}),
		fill("cell-pointed", {
			"fill-color": palette.accent,
			"fill-opacity": whileIn("pointed", 0.28),
		}),
		fill("cell-hit", { "fill-color": "#000000", "fill-opacity": 0 }),
	];
}

const WIDTHS: Readonly<Record<string, readonly [number, number]>> = {
	district: [2, 2.6],
	street: [1.3, 2.2],
	committee: [0.5, 1],
};

function borderLayers(palette: Palette): object[] {
	return [
		line("border-committee", "borders", is("level", "committee"), {
			"line-color": palette.committee,
			"line-width": width("committee"),
			"line-dasharray": [1.5, 2.5],
		}),
		line("border-circle", "borders", is("level", "circle"), {
			"line-color": palette.circle,
			"line-width": 1.2,
			"line-dasharray": [4, 2],
		}),
		line("border-bmu", "borders", is("level", "bmu"), {
			"line-color": palette.bmu,
			"line-width": 1.4,
			"line-dasharray": [5, 2, 1, 2, 1, 2],
		}),
		line("border-street-casing", "borders", is("level", "street"), {
			"line-color": palette.halo,
			"line-width": 4.4,
			"line-opacity": 0.75,
		}),
		line("border-street", "borders", is("level", "street"), {
			"line-color": palette.border,
			"line-width": width("street"),
		}),
		line("border-district", "borders", is("level", "district"), {
			"line-color": palette.border,
			"line-width": width("district"),
		}),
	];
}

function width(level: string): ExpressionSpecification {
	const [far, near] = WIDTHS[level] ?? [1, 1];
	return ["interpolate", ["linear"], ["zoom"], 11, far, 14, near];
}

const MAJOR = is("level", "district", "street", "bmu", "circle");

/** What is taken away hides the line beneath it, and is dashed. */
function changeLayers(palette: Palette, theme: Theme): object[] {
	const old = is("change", "old");
	const fresh = is("change", "new");
	return [
		line("old-casing", "changes", both(old, MAJOR), {
			"line-color": palette.halo,
			"line-width": 5,
		}),
		line("old", "changes", both(old, MAJOR), {
			"line-color": palette.committee,
			"line-width": 1.8,
			"line-dasharray": [4, 2.6],
		}),
		line("new-part", "changes", both(fresh, is("level", "part", "committee")), {
			"line-color": SKETCH[theme],
			"line-width": 1.6,
			"line-dasharray": [3, 1.6],
		}),
		line("new-casing", "changes", both(fresh, MAJOR), {
			"line-color": palette.halo,
			"line-width": 7,
		}),
		line("new", "changes", both(fresh, MAJOR), {
			"line-color": palette.accent,
			"line-width": 3.2,
		}),
		line("locked", "changes", is("change", "locked"), {
			"line-color": palette.bmu,
			"line-width": 6,
			"line-opacity": 0.45,
		}),
		outline("offered", palette.accent, [0.4, 1.6], 2.4),
		outline("selected", palette.accent, null, 2.2),
	];
}

/** The outline of cells in a state; where two of them meet it shows twice, as every cell's own. */
function outline(name: string, colour: string, dashes: number[] | null, widthPx: number) {
	return {
		id: `cell-${name}-line`,
		type: "line",
		source: "cells",
		layout: { "line-join": "round", "line-cap": "round" },
		paint: {
			"line-color": colour,
			"line-width": widthPx,
			"line-opacity": whileIn(name, 1),
			...(dashes === null ? {} : { "line-dasharray": dashes }),
		},
	};
}
