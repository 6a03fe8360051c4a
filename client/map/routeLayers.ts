// The walk of one residence on the map: within the limit in blue, what is beyond it in orange, the walk to another
// facility in teal (black lines are borders), the barrier that it goes
// around, and the straight line dashed. Pure.
import type { Feature, FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { RouteKind, RouteMarks } from "./MapScene.ts";
import type { Palette } from "./palette.ts";
import { EMPTY } from "./sceneSources.ts";

const of = (...kinds: (RouteKind | "home" | "door")[]): ExpressionSpecification => [
	"in",
	["get", "kind"],
	["literal", kinds],
];

export function routeLayers(palette: Palette): LayerSpecification[] {
	const line = (
		id: string,
		filter: ExpressionSpecification,
		paint: object,
		cap: "round" | "butt" = "round",
	): LayerSpecification => ({
		id,
		type: "line",
		source: "route",
		filter,
		layout: { "line-cap": cap, "line-join": "round" },
		paint,
	});
	const casing = (width: number) => ({ "line-color": palette.markerFill, "line-width": width });
	return [
		line("route-barrier-casing", of("barrier"), { ...casing(9), "line-opacity": 0.9 }),
		line("route-barrier", of("barrier"), { "line-color": palette.beyondDot, "line-width": 4.5 }),
		line("route-casing", of("within", "over", "other"), casing(7)),
		line("route-other", of("other"), { "line-color": palette.minutes[0], "line-width": 3 }),
		line("route-over", of("over"), { "line-color": palette.beyond, "line-width": 4 }),
		line("route-within", of("within"), { "line-color": palette.accent, "line-width": 4 }),
		line("route-straight-casing", of("straight"), { ...casing(4), "line-opacity": 0.8 }),
		line(
			"route-straight",
			of("straight"),
			{ "line-color": palette.label, "line-width": 1.8, "line-dasharray": [3, 2.2] },
			"butt",
		),
		{
			id: "route-door",
			type: "circle",
			source: "route",
			filter: of("door"),
			paint: {
				"circle-radius": 11, // a ring around the facility's own mark
				"circle-color": palette.markerFill,
				"circle-opacity": 0.5,
				"circle-stroke-color": palette.accent,
				"circle-stroke-width": 2.5,
			},
		},
		{
			id: "route-home",
			type: "circle",
			source: "route",
			filter: of("home"),
			paint: {
				"circle-radius": 6.5,
				"circle-color": palette.accent,
				"circle-stroke-color": palette.markerFill,
				"circle-stroke-width": 2.5,
			},
		},
	];
}

export function routeSource(route: RouteMarks | null): FeatureCollection {
	if (route === null) return EMPTY;
	const point = (kind: string, at: readonly [number, number]): Feature => ({
		type: "Feature",
		geometry: { type: "Point", coordinates: [...at] },
		properties: { kind },
	});
	const lines = route.lines.map(
		({ kind, line }): Feature => ({
			type: "Feature",
			geometry: { type: "LineString", coordinates: line.map((at) => [...at]) },
			properties: { kind },
		}),
	);
	return {
		type: "FeatureCollection",
		features: [...lines, ...route.ends.map((end) => point("door", end)), point("home", route.home)],
	};
}
