// What lies on the borders of a drawing table: links, homes that gain and lose, seats, facilities, names, and what is being drawn.
import type { FilterSpecification } from "maplibre-gl";
import { FAMILIES, MEDIUM } from "../labelLayers.ts";
import type { Palette, Theme } from "../palette.ts";
import { both, circle, is, line } from "./layerParts.ts";
import { CHANGES, SKETCH } from "./planColours.ts";

export function markLayers(palette: Palette, theme: Theme): object[] {
	const { gain, lose } = CHANGES[theme];
	const text = {
		"text-color": palette.label,
		"text-halo-color": palette.halo,
		"text-halo-width": 2,
	};
	const byChange = (other: unknown) => ["match", ["get", "change"], "gain", gain, other];
	return [
		line("link-opened", "links", is("kind", "opened"), {
			"line-color": gain,
			"line-width": 3,
			"line-dasharray": [1, 1],
		}),
		circle("link-closed", "links", is("kind", "closed"), {
			"circle-radius": 6,
			"circle-color": palette.markerFill,
			"circle-stroke-color": lose,
			"circle-stroke-width": 3,
		}),
		circle("home-change", "homes", ["has", "change"], {
			"circle-radius": [
				"interpolate",
				["linear"],
				["zoom"],
				11,
				1.6,
				14,
				["interpolate", ["linear"], ["sqrt", ["get", "residents"]], 0, 2.4, 30, 7],
			],
			"circle-color": byChange(palette.markerFill),
			"circle-stroke-color": byChange(lose),
			"circle-stroke-width": 1.8,
		}),
		circle("seat", "places", is("what", "seat"), {
			"circle-radius": 5,
			"circle-color": palette.markerFill,
			"circle-stroke-color": palette.border,
			"circle-stroke-width": 2.4,
		}),
		{
			id: "facility",
			type: "symbol",
			source: "places",
			filter: is("what", "facility"),
			layout: {
				"icon-image": ["get", "icon"],
				"icon-size": ["interpolate", ["linear"], ["zoom"], 10, 0.42, 13, 0.66, 16, 1],
				"icon-allow-overlap": true,
			},
			paint: { "icon-opacity": ["match", ["get", "change"], "closed", 0.35, 1] },
		},
		circle("facility-change", "places", is("change", "new", "moved", "changed", "closed"), {
			"circle-radius": 11,
			"circle-color": "rgba(0,0,0,0)",
			"circle-stroke-color": ["match", ["get", "change"], "closed", lose, palette.accent],
			"circle-stroke-width": 2.2,
		}),
		{
			id: "committee-name",
			type: "symbol",
			source: "names",
			minzoom: 12.6,
			filter: ["==", ["get", "rank"], 1],
			layout: {
				"text-field": ["get", "name"],
				"text-font": FAMILIES,
				"text-size": 11,
				"text-padding": 4,
				"text-max-width": 6,
			},
			paint: { ...text, "text-color": palette.roadLabel },
		},
		{
			id: "unit-name",
			type: "symbol",
			source: "names",
			filter: ["==", ["get", "rank"], 0],
			layout: {
				"text-field": ["get", "name"],
				"text-font": MEDIUM,
				"text-size": 15,
				"text-padding": 4,
				"text-max-width": 20,
			},
			paint: { ...text, "text-color": ["case", ["get", "isNew"], palette.accent, palette.label] },
		},
	];
}

export function sketchLayers(palette: Palette, theme: Theme): object[] {
	const colour = SKETCH[theme];
	const shape = (id: string, filter: FilterSpecification, radius: number) =>
		circle(id, "sketch", both(["==", ["geometry-type"], "Point"], filter), {
			"circle-radius": radius,
			"circle-color": palette.markerFill,
			"circle-stroke-color": colour,
			"circle-stroke-width": 2,
		});
	return [
		line("sketch-casing", "sketch", ["==", ["geometry-type"], "LineString"], {
			"line-color": palette.halo,
			"line-width": 5,
			"line-opacity": 0.8,
		}),
		line("sketch-drawn", "sketch", is("part", "drawn"), {
			"line-color": colour,
			"line-width": 2.4,
		}),
		line("sketch-next", "sketch", is("part", "next"), {
			"line-color": colour,
			"line-width": 1.8,
			"line-dasharray": [2, 1.5],
		}),
		shape("sketch-corner", is("part", "corner"), 4.5),
		shape("sketch-free", is("part", "free"), 3),
		shape("sketch-snapped", is("part", "vertex", "border", "street", "barrier"), 6.5),
	];
}
