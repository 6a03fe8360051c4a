// A plan's state in numbers: who lives where, which unit every cell belongs to, who operates what. Everything that
// measures read of a plan; two situations of one base can be compared number by number.
import type { UnitKind } from "../../city/records.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import type { PlanState } from "../PlanState.ts";
import { cellAt } from "../placeAt.ts";
import { type ByKind, byKind } from "./byKind.ts";
import { FacilityBook, type OpenFacilities } from "./FacilityBook.ts";
import { type HomesOfCells, homesOfCells } from "./homesOfCells.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import { OperatorBook } from "./OperatorBook.ts";
import { UnitBook, type UnitList } from "./UnitBook.ts";
import { type Above, unitsAbove } from "./unitsAbove.ts";

/** Numbers of units by `UnitBook`, of facilities by `FacilityBook`, of cells as `MeasureBase.leftOut` says. */
export interface Situation {
	readonly state: PlanState;
	readonly tiling: Tiling;
	readonly units: UnitList;
	/** Unit of each kind that each cell belongs to; -1 for none. */
	readonly unitOfCell: ByKind;
	/** The unit of each kind that each unit lies in; -1 for none. */
	readonly above: ByKind;
	readonly homes: HomesOfCells;
	readonly facilities: OpenFacilities;
	/** By facility: its cell, its operator, the unit whose residents call it their own; -1 for none, or closed. */
	readonly facilityCell: Int32Array;
	readonly operator: Int32Array;
	readonly served: Int32Array;
	/** 1 for cells whose residents travel as villages do. */
	readonly isVillage: Uint8Array;
}

/** Makes situations of states on one base; what states share, situations share. */
export class Situations {
	readonly facilities: FacilityBook;
	readonly units: UnitBook;
	private readonly base: MeasureBase;
	private readonly operators: OperatorBook;
	/** By `unitOfCell` of a layer: units keep their numbers and their zones. */
	private readonly layerCells = new WeakMap<Int32Array, Int32Array>();
	private readonly villages = new WeakMap<Int32Array, Uint8Array>();
	private readonly grounds = new WeakMap<Tiling, GroundedPlaces>();
	private last: Above | null = null;

	constructor(base: MeasureBase) {
		this.base = base;
		this.units = new UnitBook(base.surveyed.located.tree.units);
		this.facilities = new FacilityBook(base);
		this.operators = new OperatorBook(base, this.units, this.facilities);
	}

	of(state: PlanState): Situation {
		const { tiling } = state;
		const units = this.units.listOf(state.layers);
		const unitOfCell = byKind((kind) => this.cellsOf(state, kind));
		const { above } = unitsAbove(this.units, units, unitOfCell, this.last);
		this.last = { units, unitOfCell, above };
		const facilities = this.facilities.changed(state.facilities);
		const { homes, facilityCell } = this.placesOn(state, facilities);
		const { committee } = unitOfCell;
		const isVillage = this.villages.get(committee) ?? villagesOf(committee, units);
		this.villages.set(committee, isVillage);
		const placed = { units, unitOfCell, above, facilities, facilityCell };
		return { state, tiling, homes, isVillage, ...placed, ...this.operators.of(placed) };
	}

	private cellsOf({ layers }: PlanState, kind: UnitKind): Int32Array {
		const layer = layers[kind];
		const known = this.layerCells.get(layer.unitOfCell);
		if (known !== undefined) return known;
		const { leftOut, surveyed } = this.base;
		const numbers = this.units.numbersOf(kind, layer);
		const tiled = layer.unitOfCell.length;
		const cells = new Int32Array(tiled + leftOut.length).fill(-1);
		for (let cell = 0; cell < tiled; cell++)
			if (layer.unitOfCell[cell] >= 0) cells[cell] = numbers[layer.unitOfCell[cell]];
		leftOut.forEach((cell, i) => {
			const code = surveyed.city.cells[cell].units[kind];
			if (code !== undefined) cells[tiled + i] = this.units.number(kind, code);
		});
		this.layerCells.set(layer.unitOfCell, cells);
		return cells;
	}

	/** Where residences and facilities are on a state's tiling; looked up once per tiling. */
	private placesOn(state: PlanState, facilities: OpenFacilities) {
		const known = this.grounds.get(state.tiling) ?? {
			homes: homesOfCells(this.base, state),
			cellsOf: new WeakMap<OpenFacilities, Int32Array>(),
		};
		this.grounds.set(state.tiling, known);
		const facilityCell =
			known.cellsOf.get(facilities) ?? this.facilityCells(state, facilities, known.homes);
		known.cellsOf.set(facilities, facilityCell);
		return { homes: known.homes, facilityCell };
	}

	/** The base's facilities are where they were; a cut cell's are looked up in its parts, new ones in all cells. */
	private facilityCells(
		state: PlanState,
		{ records, place }: OpenFacilities,
		{ renumbered }: HomesOfCells,
	): Int32Array {
		const { facilityCell } = this.base;
		const cells = new Int32Array(records.length).fill(-1);
		for (let number = 0; number < cells.length; number++) {
			if (place[number] < 0) continue;
			if (number >= facilityCell.length) cells[number] = cellAt(state, records[number].lonLat);
			else if (facilityCell[number] >= 0)
				cells[number] = renumbered(facilityCell[number], () => records[number].lonLat);
		}
		return cells;
	}
}

function villagesOf(committees: Int32Array, units: UnitList): Uint8Array {
	return Uint8Array.from(committees, (unit) => (units[unit]?.zone === "village" ? 1 : 0));
}

interface GroundedPlaces {
	readonly homes: HomesOfCells;
	readonly cellsOf: WeakMap<OpenFacilities, Int32Array>;
}
