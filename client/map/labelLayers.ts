// Facilities and the names of units. A unit's label has two lines; where both do not fit, the name alone is tried.
import type { LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";

export const FAMILIES = [
	"Noto Sans SC",
	"Noto Sans CJK SC",
	"PingFang SC",
	"Microsoft YaHei",
	"sans-serif",
];
// MapLibre draws letters with the reader's own fonts and reads the weight off the first name
export const MEDIUM = ["Noto Sans SC Medium", ...FAMILIES];
/** Letters of a unit's name. */
export const NAME_PX = 12.5;
const BOLD = ["Noto Sans SC Bold", ...FAMILIES];

/** Asked on the worker, of a tile's whole zoom (`zoomsWithRoom`). */
const HAS_ROOM = [">=", ["zoom"], ["get", "fromZoom"]];

export function labelLayers(palette: Palette): LayerSpecification[] {
	const text = {
		"text-color": palette.label,
		"text-halo-color": palette.halo,
		"text-halo-width": 1.8,
	};
	const placed = { "text-padding": 5, "symbol-sort-key": ["get", "order"], "text-max-width": 20 };
	return [
		{
			id: "street-name",
			type: "symbol",
			source: "ground",
			"source-layer": "streets",
			minzoom: 14,
			filter: ["all", ["has", "name"], ["!=", ["get", "name"], ""]],
			layout: {
				"symbol-placement": "line",
				"text-field": ["get", "name"],
				"text-font": FAMILIES,
				"text-size": 11,
				"text-letter-spacing": 0.2,
			},
			paint: {
				"text-color": palette.roadLabel,
				"text-halo-color": palette.halo,
				"text-halo-width": 1.4,
			},
		},
		{
			id: "facility",
			type: "symbol",
			source: "facilities",
			layout: {
				"icon-image": ["get", "icon"],
				"icon-size": ["interpolate", ["linear"], ["zoom"], 10, 0.42, 13, 0.66, 16, 1],
				"icon-allow-overlap": true,
			},
		},
		{
			id: "facility-name",
			type: "symbol",
			source: "facilities",
			minzoom: 14.5,
			layout: {
				"text-field": ["get", "name"],
				"text-font": FAMILIES,
				"text-size": 11,
				"text-anchor": "top",
				"text-offset": [0, 0.9],
			},
			paint: text,
		},
		{
			id: "unit-name",
			type: "symbol",
			source: "labels",
			filter: HAS_ROOM,
			layout: {
				...placed,
				"text-field": ["get", "name"],
				"text-font": MEDIUM,
				"text-size": NAME_PX,
			},
			paint: text,
		},
		{
			id: "unit-label",
			type: "symbol",
			source: "labels",
			filter: ["all", HAS_ROOM, ["!=", ["get", "figure"], ""]],
			layout: {
				...placed,
				"text-field": [
					"format",
					["get", "name"],
					{ "text-font": ["literal", MEDIUM], "font-scale": 0.96 },
					"\n",
					{},
					["get", "figure"],
					{ "text-font": ["literal", BOLD] },
				],
				"text-font": BOLD,
				"text-size": 13,
				"text-line-height": 1.25,
			},
			paint: text,
		},
	] as LayerSpecification[];
}
