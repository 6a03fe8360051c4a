// A city as a plan makes it: the base with what the operations changed. Never changed itself: an operation makes a new
// state that shares whatever it did not touch; moving a cell copies one array of numbers per layer it moves in.
import type { FacilityRecord, UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { TilingEdit } from "../partition/edit/TilingEdit.ts";
import type { Tiling } from "../partition/Tiling.ts";
import { layersOf, type PlanBase, type PlanLayer, type PlanLayers } from "./PlanBase.ts";

/** Something to walk on that the plan opens (both ends), or a street that it closes (the one nearest to a place). */
export type PlanLink =
	| { readonly kind: "opened"; readonly from: LonLat; readonly to: LonLat }
	| { readonly kind: "closed"; readonly at: LonLat };

export interface PlanState {
	readonly base: PlanBase;
	readonly tiling: Tiling;
	/** The cell of the base's tiling that each cell is, or is a part of. */
	readonly baseCell: Int32Array;
	readonly layers: PlanLayers;
	/** Facilities added or changed, null for closed ones, by `facilityKey`. */
	readonly facilities: ReadonlyMap<string, FacilityRecord | null>;
	readonly links: ReadonlyMap<string, PlanLink>;
}

/** A base with nothing changed. */
export function startState(base: PlanBase): PlanState {
	return {
		base,
		tiling: base.tiling,
		baseCell: Int32Array.from(base.tiling.cellCode.keys()),
		layers: base.layers,
		facilities: new Map(),
		links: new Map(),
	};
}

/** The state on an edited territory: every part belongs to whatever its cell belonged to. */
export function withTerritory(state: PlanState, { tiling, oldCell }: TilingEdit): PlanState {
	const inherited = (of: Int32Array) => {
		const parts = new Int32Array(oldCell.length);
		for (let cell = 0; cell < parts.length; cell++) parts[cell] = of[oldCell[cell]];
		return parts;
	};
	return {
		...state,
		tiling,
		baseCell: inherited(state.baseCell),
		layers: layersOf((kind) => ({
			...state.layers[kind],
			unitOfCell: inherited(state.layers[kind].unitOfCell),
		})),
	};
}

/** Index of a cell by its code; -1 when there is none. Codes are sorted. */
export function cellNumber({ cellCode }: Tiling, code: string): number {
	let [low, high] = [0, cellCode.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (cellCode[middle] < code) low = middle + 1;
		else high = middle;
	}
	return cellCode[low] === code ? low : -1;
}

const numbers = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Number of a living unit of a layer by its code; -1 when there is none. */
export function unitNumber({ units, unitCode }: PlanLayer, code: string | null): number {
	const number = code === null ? -1 : (numbersOf(unitCode).get(code) ?? -1);
	return number < 0 || units[number].isDissolved ? -1 : number;
}

/** Is or was there a unit of this code in any layer? */
export function isCodeTaken({ layers }: PlanState, code: string): boolean {
	return Object.values(layers).some(({ unitCode }) => numbersOf(unitCode).has(code));
}

/** Cells of a unit, ascending. */
export function cellsOfUnit({ unitOfCell }: Pick<PlanLayer, "unitOfCell">, unit: number): number[] {
	const cells: number[] = [];
	for (let cell = 0; cell < unitOfCell.length; cell++)
		if (unitOfCell[cell] === unit) cells.push(cell);
	return cells;
}

function numbersOf(unitCode: readonly string[]): ReadonlyMap<string, number> {
	const known = numbers.get(unitCode);
	if (known !== undefined) return known;
	const made = new Map(unitCode.map((code, number) => [code, number]));
	numbers.set(unitCode, made);
	return made;
}

/** The layer that a unit's parent is in: district > street > committee; a BMU in a street, a circle in a district. */
export const PARENT_LAYER: Readonly<Record<UnitKind, UnitKind | null>> = {
	district: null,
	street: "district",
	committee: "street",
	bmu: "street",
	circle: "district",
};

/** Number of a unit's parent: the one it names, else that of its first cell; -1 when there is none. */
export function parentNumber(layers: PlanLayers, layer: UnitKind, unit: number): number {
	const above = PARENT_LAYER[layer];
	if (above === null || unit < 0) return -1;
	const named = unitNumber(layers[above], layers[layer].units[unit].parentCode);
	return named >= 0
		? named
		: (layers[above].unitOfCell[layers[layer].unitOfCell.indexOf(unit)] ?? -1);
}
