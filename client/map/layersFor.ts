// The deck.gl layers of a scene: hexagons or heat, residences, the dots on what is beyond the limit, and those of a finding. Pure.
import type { Layer } from "@deck.gl/core";
import { BitmapLayer, ColumnLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Dots, HeatPicture, HexSurface, MapScene } from "./MapScene.ts";
import { PALETTES, rgbOf } from "./palette.ts";

/** MapLibre layer that dots stay under: borders, marks and labels are above them. */
const UNDER_BORDERS = "committee-border-casing";
/** Surfaces lie under what covers them outside the city, under water and streets. */
export const UNDER_GROUND = "outside-land";

type Colours = Uint8ClampedArray | readonly [number, number, number, number];

export function layersFor(scene: MapScene): Layer[] {
	const { homes, hexes, heat, flagHomes, reading, shown } = scene;
	const { beyond, beyondDot } = PALETTES[scene.theme];
	const layers: Layer[] = [];
	if (heat !== null) layers.push(heatLayer(heat));
	if (hexes !== null) {
		layers.push(hexLayer(hexes));
		if (hexes.beyond !== null)
			layers.push(
				dotLayer("hexes-beyond", hexes.beyond, opaque(beyondDot), {
					px: [0, 40],
					under: UNDER_GROUND,
				}),
			);
	}
	if (homes !== null && (reading === "places" || shown.includes("residences"))) {
		layers.push(dotLayer("residences", homes, homes.colours, { px: [1.8, 14] }));
		if (homes.beyond.count > 0)
			layers.push(dotLayer("residences-beyond", homes.beyond, opaque(beyondDot), { px: [0.8, 5] }));
	}
	if (flagHomes !== null && (reading !== "places" || hexes !== null))
		layers.push(dotLayer("flag-residences", flagHomes, opaque(beyond), { px: [2, 7] }));
	return layers;
}

function opaque(hex: string): Colours {
	const [red, green, blue] = rgbOf(hex);
	return [red, green, blue, 255];
}

interface DotLook {
	/** Least and largest radius. */
	readonly px: readonly [number, number];
	readonly under?: string;
}

function dotLayer(
	id: string,
	dots: Dots,
	colours: Colours,
	{ px: [leastPx, mostPx], under = UNDER_BORDERS }: DotLook,
): ScatterplotLayer {
	const isPerDot = colours instanceof Uint8ClampedArray;
	return new ScatterplotLayer({
		id,
		data: {
			length: dots.count,
			attributes: {
				getPosition: described(dots.positions, 2),
				getRadius: described(dots.radiiM, 1),
				...(isPerDot ? { getFillColor: described(colours, 4) } : {}),
			},
		},
		...(isPerDot ? {} : { getFillColor: colours }),
		stroked: false,
		radiusUnits: "meters",
		radiusMinPixels: leastPx,
		radiusMaxPixels: mostPx,
		pickable: id === "residences",
		// its place in MapLibre's own order of layers
		beforeId: under,
	} as ConstructorParameters<typeof ScatterplotLayer>[0]);
}

/** One flat hexagon, drawn once for each centre. */
function hexLayer({ count, centres, corners, colours }: HexSurface): ColumnLayer {
	return new ColumnLayer({
		id: "hexes",
		data: {
			length: count,
			attributes: {
				getPosition: described(centres, 2),
				getFillColor: described(colours, 4),
			},
		},
		extruded: false,
		diskResolution: corners.length,
		vertices: corners,
		radius: 1,
		radiusUnits: "common",
		getElevation: 0,
		beforeId: UNDER_GROUND,
	} as ConstructorParameters<typeof ColumnLayer>[0]);
}

function heatLayer({ image, box }: HeatPicture): BitmapLayer {
	return new BitmapLayer({
		id: "heat",
		image,
		bounds: [...box],
		// its rows are equally far apart in degrees, not on the map
		_imageCoordinateSystem: "lnglat",
		beforeId: UNDER_GROUND,
	} as ConstructorParameters<typeof BitmapLayer>[0]);
}

type Numbers = Float64Array | Float32Array | Uint8ClampedArray;
interface Attribute {
	readonly value: Numbers;
	readonly size: number;
}
const attributes = new WeakMap<Numbers, Attribute>();

/** The same description for the same numbers: deck.gl sends to the graphics card only what is described anew. */
function described(value: Numbers, size: number): Attribute {
	const attribute = attributes.get(value) ?? { value, size };
	attributes.set(value, attribute);
	return attribute;
}
