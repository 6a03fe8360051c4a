// Borders, each once, then what lies on them: flags, the selected unit, measuring.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette, Theme } from "./palette.ts";

const at = (level: string): ExpressionSpecification => ["==", ["get", "level"], level];

/** Drawn only for the unit in that feature state: no new tiles when the pointer moves. */
const whileIn = (state: string) => ({
	"line-opacity": ["case", ["boolean", ["feature-state", state], false], 1, 0],
});

function line(
	id: string,
	source: string,
	filter: ExpressionSpecification | null,
	paint: object,
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

const fine = ["interpolate", ["linear"], ["zoom"], 11, 1.3, 14, 2];

export function borderLayers(palette: Palette, theme: Theme): LayerSpecification[] {
	const casing = { "line-color": palette.halo, "line-opacity": palette.haloOpacity };
	return [
		line("committee-border", "borders", at("committee"), {
			"line-color": palette.committee,
			"line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 14, 1],
			"line-dasharray": [1.5, 3],
			"line-opacity": ["interpolate", ["linear"], ["zoom"], 10.5, 0, 11.5, 0.9],
		}),
		line("circle-border", "circle", null, {
			"line-color": palette.circle,
			"line-width": 1.6,
			"line-dasharray": [4, 2],
		}),
		line("street-border-casing", "borders", at("street"), { ...casing, "line-width": 3.6 }),
		line("street-border", "borders", at("street"), {
			"line-color": palette.border,
			"line-width": fine,
		}),
		line("bmu-border", "bmu", null, {
			"line-color": palette.bmu,
			"line-width": 1.6,
			"line-dasharray": [6, 2, 1, 2, 1, 2],
		}),
		line("district-halo", "borders", at("district"), {
			"line-color": palette.border,
			"line-width": 7,
			"line-opacity": 0.12,
		}),
		line("district-border", "borders", at("district"), {
			"line-color": palette.border,
			"line-width": 2.4,
		}),
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
		line("hovered-line", "shapes", null, { ...accent, "line-width": 1.6, ...whileIn("hovered") }),
		line("selected-casing", "shapes", null, {
			"line-color": palette.halo,
			"line-width": 6,
			...whileIn("selected"),
		}),
		line("selected-line", "shapes", null, {
			...accent,
			"line-width": 2.6,
			...whileIn("selected"),
		}),
		line("common-border-casing", "commonBorder", null, {
			"line-color": palette.halo,
			"line-width": 9,
		}),
		line("common-border", "commonBorder", null, { ...accent, "line-width": 5 }),
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
