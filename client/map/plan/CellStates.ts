// What the map knows of each cell without new shapes: its unit's tint, whether it moved, is chosen, in the way, offered.
import type { Map as MapLibreMap } from "maplibre-gl";
import type { PlanScene } from "./PlanScene.ts";

interface CellState {
	readonly tint: number;
	readonly moved: boolean;
	readonly selected: boolean;
	readonly blocked: boolean;
	readonly offered: boolean;
	readonly pointed: boolean;
}

/** State of every cell of a scene, by code. Pure. */
export function cellStates({
	picture,
	layer,
	showing,
	...marked
}: PlanScene): ReadonlyMap<string, CellState> {
	const tintOf = new Map(
		picture.units.flatMap(({ kind, code, tint }) => (kind === layer ? [[code, tint]] : [])),
	);
	const sets = {
		selected: new Set(marked.selected),
		blocked: new Set(marked.blocked),
		offered: new Set(marked.offered),
		pointed: new Set(marked.pointed),
	};
	return new Map(
		picture.cells.map(({ code, unitsBefore }, index) => {
			const [was, is] = [unitsBefore[layer], picture.cellUnits[index]?.[layer]];
			const unit = showing === "before" ? was : is;
			return [
				code,
				{
					tint: unit === undefined ? -1 : (tintOf.get(unit) ?? -1),
					moved: showing === "difference" && was !== is,
					selected: sets.selected.has(code),
					blocked: sets.blocked.has(code),
					offered: sets.offered.has(code),
					pointed: sets.pointed.has(code),
				},
			];
		}),
	);
}

export class CellStates {
	private readonly map: MapLibreMap;
	private drawn: ReadonlyMap<string, CellState> = new Map();
	private cells: PlanScene["picture"]["cells"] | null = null;
	movedCount = 0;

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update(scene: PlanScene): void {
		const states = cellStates(scene);
		if (scene.picture.cells !== this.cells) {
			this.map.removeFeatureState({ source: "cells" });
			this.drawn = new Map();
		}
		this.cells = scene.picture.cells;
		this.movedCount = 0;
		for (const [code, state] of states) {
			if (state.moved) this.movedCount++;
			const before = this.drawn.get(code);
			const isSame =
				before !== undefined &&
				(Object.keys(state) as (keyof CellState)[]).every((name) => before[name] === state[name]);
			if (!isSame) this.map.setFeatureState({ source: "cells", id: code }, { ...state });
		}
		this.drawn = states;
	}
}
