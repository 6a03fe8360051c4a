// The deck.gl layers of a scene: residences, the dots on those beyond the limit, and those of a finding. Pure.
import { ScatterplotLayer } from "@deck.gl/layers";
import type { Dots, MapScene } from "./MapScene.ts";
import { PALETTES, rgbOf } from "./palette.ts";

/** MapLibre layer that residences stay under: borders, marks and labels are above them. */
const UNDER = "committee-border-casing";

type Colours = Uint8ClampedArray | readonly [number, number, number, number];

export function layersFor(scene: MapScene): ScatterplotLayer[] {
	const { homes, flagHomes, reading, shown } = scene;
	const palette = PALETTES[scene.theme];
	const layers: ScatterplotLayer[] = [];
	if (homes !== null && (reading === "places" || shown.includes("residences"))) {
		layers.push(dotLayer("residences", homes, homes.colours, [1.8, 14]));
		if (homes.beyond.count > 0)
			layers.push(dotLayer("residences-beyond", homes.beyond, opaque(palette.beyondDot), [0.8, 5]));
	}
	if (flagHomes !== null && reading === "units")
		layers.push(dotLayer("flag-residences", flagHomes, opaque(palette.beyond), [2, 7]));
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
	[minPx, maxPx]: readonly [number, number],
): ScatterplotLayer {
	const isPerDot = colours instanceof Uint8ClampedArray;
	return new ScatterplotLayer({
		id,
		data: {
			length: dots.count,
			attributes: {
				getPosition: { value: dots.positions, size: 2 },
				getRadius: { value: dots.radiiM, size: 1 },
				...(isPerDot ? { getFillColor: { value: colours, size: 4 } } : {}),
			},
		},
		...(isPerDot ? {} : { getFillColor: colours }),
		stroked: false,
		radiusUnits: "meters",
		radiusMinPixels: minPx,
		radiusMaxPixels: maxPx,
		pickable: id === "residences",
		// its place in MapLibre's own order of layers
		beforeId: UNDER,
	} as ConstructorParameters<typeof ScatterplotLayer>[0]);
}
