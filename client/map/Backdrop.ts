// The map beneath the map: put above the land and beneath everything of ours, and taken away again.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type BackgroundPart, NO_BACKGROUND } from "./backgroundStyle.ts";

/** The lowest of our own layers above the land. */
const UNDER = "industrial";

export class Backdrop {
	private readonly map: MapLibreMap;
	private drawn: BackgroundPart = NO_BACKGROUND;

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update(part: BackgroundPart): void {
		if (part === this.drawn) return;
		for (const { id } of this.drawn.layers) this.map.removeLayer(id);
		for (const id of Object.keys(this.drawn.sources)) this.map.removeSource(id);
		for (const [id, source] of Object.entries(part.sources)) this.map.addSource(id, source);
		for (const layer of part.layers) this.map.addLayer(layer, UNDER);
		this.drawn = part;
	}
}
