// The deck.gl layers of a scene: heat, residences, the dots on those beyond the limit, and those of a finding. Pure.
import type { Layer } from "@deck.gl/core";
import { BitmapLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Dots, HeatPicture, MapScene } from "./MapScene.ts";
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
	if (homes !== null && (reading === "places" || shown.includes("residences"))) {
		layers.push(dotLayer("residences", homes, homes.colours, [1.8, 14]));
		if (homes.beyond.count > 0)
			layers.push(dotLayer("residences-beyond", homes.beyond, opaque(beyondDot), [0.8, 5]));
	}
	if (flagHomes !== null && (reading !== "places" || hexes !== null))
		layers.push(dotLayer("flag-residences", flagHomes, opaque(beyond), [2, 7]));
	return layers;
}

function opaque(hex: string): Colours {
	const [red, green, blue] = rgbOf(hex);
	return [red, green, blue, 255];
}

function dotLayer(
	id: string,
	dots: Dots,
	colours: Colours,
	[leastPx, mostPx]: readonly [number, number],
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
		beforeId: UNDER_BORDERS,
	} as ConstructorParameters<typeof ScatterplotLayer>[0]);
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
