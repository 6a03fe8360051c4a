// What the map knows of each unit without new tiles: its class, whether it is chosen or pointed at. Only what changed is told.
import type { Map as MapLibreMap } from "maplibre-gl";
import { NO_DATA } from "./groundStyle.ts";
import type { MapScene } from "./MapScene.ts";

type Units = Pick<MapScene, "shapes" | "classes" | "selectedCode" | "hoveredCode">;
const NOTHING: Units = { shapes: null, classes: null, selectedCode: null, hoveredCode: null };

export class UnitStates {
	private readonly map: MapLibreMap;
	private drawn: Units = NOTHING;
	private classOf = new Map<string, number>();

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update(units: Units): void {
		if (units.shapes !== this.drawn.shapes) this.forget();
		if (units.shapes !== this.drawn.shapes || units.classes !== this.drawn.classes)
			this.classify(units);
		this.mark("selected", this.drawn.selectedCode, units.selectedCode);
		this.mark("hovered", this.drawn.hoveredCode, units.hoveredCode);
		this.drawn = units;
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

	private mark(state: "selected" | "hovered", before: string | null, now: string | null): void {
		if (before === now) return;
		if (before !== null)
			this.map.setFeatureState({ source: "shapes", id: before }, { [state]: false });
		if (now !== null) this.map.setFeatureState({ source: "shapes", id: now }, { [state]: true });
	}
}
