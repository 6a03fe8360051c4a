// Borders, each once, then what lies on them: flags, the selected unit, measuring.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette, Theme } from "./palette.ts";

const at = (level: string): ExpressionSpecification => ["==", ["get", "level"], level];

function line(
	id: string,
	source: string,
	filter: ExpressionSpecification | null,
	paint: object,
	cap: "round" | "butt" = "butt",
): LayerSpecification {
	return {
		id,
		type: "line",
		source,
		...(filter === null ? {} : { filter }),
		layout: { "line-join": "round", "line-cap": cap },
		paint,
	};
}

const fine = ["interpolate", ["linear"], ["zoom"], 11, 1.3, 14, 2];

/**
 * The finer the level, the lighter the line and the lower it lies: where levels share a border, the coarsest is seen.
 * Dashes lie on a line in the colour of the halo, so that they are seen on any fill.
 */
export function borderLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	const casing = { "line-color": palette.halo, "line-opacity": palette.haloOpacity };
	return [
		line("committee-border-casing", "borders", at("committee"), {
			"line-color": palette.halo,
			"line-width": ["interpolate", ["linear"], ["zoom"], 11, 1, 14, 2.2],
			// from afar fainter than streets, which are white too
			"line-opacity": [
				"interpolate",
				["linear"],
				["zoom"],
				10.5,
				0,
				11.5,
				0.35,
				13.2,
				0.35,
				14,
				0.6,
			],
		}),
		line("committee-border", "borders", at("committee"), {
			"line-color": palette.committee,
			"line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.7, 14, 1.1],
			"line-dasharray": [3, 2],
			"line-opacity": ["interpolate", ["linear"], ["zoom"], 10.5, 0, 11.5, 0.9],
		}),
		line("circle-border-casing", "borders", ["get", "circle"], {
			...casing,
			"line-width": 3.4,
		}),
		line("circle-border", "borders", ["get", "circle"], {
			"line-color": palette.circle,
			"line-width": 1.6,
			"line-dasharray": [4, 2],
		}),
		line("bmu-border-casing", "borders", ["get", "bmu"], { ...casing, "line-width": 3.4 }),
		line("bmu-border", "borders", ["get", "bmu"], {
			"line-color": palette.bmu,
			"line-width": 1.6,
			"line-dasharray": [6, 2, 1, 2, 1, 2],
		}),
		line("street-border-casing", "borders", at("street"), { ...casing, "line-width": 3.6 }),
		line(
			"street-border",
			"borders",
			at("street"),
			{ "line-color": palette.border, "line-width": fine },
			"round",
		),
		line("district-halo", "borders", at("district"), {
			"line-color": palette.border,
			"line-width": 7,
			"line-opacity": 0.12,
		}),
		line(
			"district-border",
			"borders",
			at("district"),
			{ "line-color": palette.border, "line-width": 2.6 },
			"round",
		),
		...markLayers(palette, theme),
	];
}

function markLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	const accent = { "line-color": palette.accent };
	return [
		{
			id: "flag-fill",
			type: "fill",
			source: "flag",
			paint: { "fill-pattern": `flag-${theme}`, "fill-opacity": 0.4 },
		},
		line("flag-casing", "flag", null, {
			"line-color": palette.halo,
			"line-width": 5,
			"line-opacity": 0.8,
		}),
		line("flag-line", "flag", null, { ...accent, "line-width": 2.2, "line-dasharray": [3, 1.5] }),
		line("place-casing", "place", null, { "line-color": palette.halo, "line-width": 4 }),
		line("place-line", "place", null, { ...accent, "line-width": 2 }),
		line("hovered-line", "hovered", null, { ...accent, "line-width": 1.6 }),
		line("selected-casing", "selected", null, { "line-color": palette.halo, "line-width": 6 }),
		line("selected-line", "selected", null, { ...accent, "line-width": 2.6 }),
		line("common-border-casing", "commonBorder", null, {
			"line-color": palette.halo,
			"line-width": 9,
		}),
		line("common-border", "commonBorder", null, { ...accent, "line-width": 5 }, "round"),
		{
			id: "measure-fill",
			type: "fill",
			source: "measure",
			filter: ["==", ["geometry-type"], "Polygon"],
			paint: { "fill-color": palette.accent, "fill-opacity": 0.12 },
		},
		line("measure-line", "measure", null, { ...accent, "line-width": 2 }),
		{
			id: "measure-points",
			type: "circle",
			source: "measure",
			filter: ["==", ["geometry-type"], "Point"],
			paint: {
				"circle-radius": 4,
				"circle-color": palette.markerFill,
				"circle-stroke-color": palette.accent,
				"circle-stroke-width": 2,
			},
		},
		{
			id: "spot",
			type: "circle",
			source: "spot",
			paint: {
				"circle-radius": 8,
				"circle-color": palette.accent,
				"circle-opacity": 0.18,
				"circle-stroke-color": palette.accent,
				"circle-stroke-width": 2,
			},
		},
	];
}
