// Which layers a scene shows. Pure.
import type { MapScene } from "./MapScene.ts";

/** The layers behind each switch. */
const LAYERS_OF_SWITCH: Readonly<Record<string, readonly string[]>> = {
	district: ["district-border", "district-halo"],
	street: ["street-border", "street-border-casing"],
	committee: ["committee-border", "committee-border-casing"],
	bmu: ["bmu-border", "bmu-border-casing"],
	circle: ["circle-border", "circle-border-casing"],
	facilities: ["facility", "facility-name"],
	roads: ["street", "street-casing", "street-name"],
};

export function layerVisibility(scene: MapScene): [id: string, visibility: "visible" | "none"][] {
	const visible = (isOn: boolean) => (isOn ? "visible" : "none");
	const switched = Object.entries(LAYERS_OF_SWITCH).flatMap(([name, layers]) =>
		layers.map((id): [string, "visible" | "none"] => [id, visible(scene.shown.includes(name))]),
	);
	const isByUnit = visible(scene.reading === "units" || scene.reading === "priority");
	const isSurface = visible(scene.hexes !== null || scene.heat !== null);
	return [
		...switched,
		["unit-fill", isByUnit],
		["unit-no-data", isByUnit],
		["outside-land", isSurface],
	];
}
