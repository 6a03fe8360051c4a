// What the map knows of each unit without new tiles: its class. Only what changed is told.
import type { Map as MapLibreMap } from "maplibre-gl";
import { NO_DATA } from "./groundStyle.ts";
import type { MapScene } from "./MapScene.ts";

type Units = Pick<MapScene, "shapes" | "classes">;
const NOTHING: Units = { shapes: null, classes: null };

export class UnitStates {
	private readonly map: MapLibreMap;
	private drawn: Units = NOTHING;
	private classOf = new Map<string, number>();

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update({ shapes, classes }: Units): void {
		if (shapes !== this.drawn.shapes) this.forget();
		if (shapes !== this.drawn.shapes || classes !== this.drawn.classes)
			this.classify({ shapes, classes });
		this.drawn = { shapes, classes };
	}

	/** Other shapes: their states are set anew. */
	private forget(): void {
		this.map.removeFeatureState({ source: "shapes" });
		this.classOf = new Map();
		this.drawn = NOTHING;
	}

	private classify({ shapes, classes }: Units): void {
		for (const { properties } of shapes?.features ?? []) {
			const { code } = properties;
			const index = classes === null ? null : (classes.get(code) ?? NO_DATA);
			if (index === (this.classOf.get(code) ?? null)) continue;
			this.map.setFeatureState({ source: "shapes", id: code }, { class: index });
			if (index === null) this.classOf.delete(code);
			else this.classOf.set(code, index);
		}
	}
}
