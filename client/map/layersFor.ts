// The deck.gl layers of a scene: residences, and the dots on those beyond the limit. Pure.
import { ScatterplotLayer } from "@deck.gl/layers";
import type { HomeDots, MapScene } from "./MapScene.ts";
import { PALETTES, rgbOf } from "./palette.ts";

/** MapLibre layer that residences stay under: borders, marks and labels are above them. */
const UNDER = "committee-border";

export function layersFor(scene: MapScene): ScatterplotLayer[] {
	const { homes } = scene;
	if (homes === null || scene.reading !== "places" || !scene.shown.includes("residences"))
		return [];
	const layers = [dotLayer("residences", homes, homes.colours)];
	if (homes.beyond.count > 0) {
		const [red, green, blue] = rgbOf(PALETTES[scene.theme].beyondDot);
		layers.push(dotLayer("residences-beyond", homes.beyond, [red, green, blue, 255]));
	}
	return layers;
}

function dotLayer(
	id: string,
	dots: Pick<HomeDots, "count" | "positions" | "radiiM">,
	colours: Uint8ClampedArray | [number, number, number, number],
): ScatterplotLayer {
	const isOnTop = id === "residences-beyond";
	return new ScatterplotLayer({
		id,
		data: {
			length: dots.count,
			attributes: {
				getPosition: { value: dots.positions, size: 2 },
				getRadius: { value: dots.radiiM, size: 1 },
				...(colours instanceof Uint8ClampedArray
					? { getFillColor: { value: colours, size: 4 } }
					: {}),
			},
		},
		...(colours instanceof Uint8ClampedArray ? {} : { getFillColor: colours }),
		stroked: false,
		radiusUnits: "meters",
		radiusMinPixels: isOnTop ? 0.8 : 1.8,
		radiusMaxPixels: isOnTop ? 5 : 14,
		pickable: !isOnTop,
		// placed into MapLibre's own order of layers
		beforeId: UNDER,
	} as ConstructorParameters<typeof ScatterplotLayer>[0]);
}
