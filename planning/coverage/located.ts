// A city with everything put in its place: which cell holds each residence and facility, who operates what.

import { type CellIndex, indexCells } from "../city/cellIndex.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import { type UnitTree, unitTreeOf } from "../city/unitTree.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { lastOf, partly, type Steps } from "../steps.ts";
import type { City } from "./analysis.ts";
import { type Ground, groundOf } from "./ground.ts";
import { type Operator, operatorOf } from "./operators.ts";

const PLACES_PER_STEP = 10_000;

/** What needs no streets: all that units' statistics and tables stand on. */
export type Divided = Pick<
	City,
	"units" | "cells" | "facilities" | "residences" | "tiling" | "exceptions"
>;

export interface Located {
	readonly city: Divided;
	readonly tree: UnitTree;
	readonly cells: CellIndex;
	/** Index into `City.cells` of each residence and facility; -1 where none. */
	readonly residenceCell: Int32Array;
	readonly facilityCell: Int32Array;
	/** One per facility. */
	readonly operators: readonly Operator[];
	/** The unit of each kind that each cell belongs to; undefined where none. */
	readonly unitOfCell: Readonly<Record<UnitKind, readonly (UnitRecord | undefined)[]>>;
	/** The same as numbers. */
	readonly cellUnits: CellUnits;
	readonly ground: Ground;
}

/** Index into the tree's units of the unit of each kind that each cell belongs to; -1 where none. */
export type CellUnits = Readonly<
	Record<"district" | "street" | "committee" | "circle", Int32Array>
>;

/** Put residences and facilities into cells; one tree search and a few point-in-polygon tests each. */
export function locate(city: Divided): Located {
	return lastOf(locateSteps(city));
}

/** The same in steps of some thousand places. */
export function* locateSteps(city: Divided): Steps<Located> {
	const tree = unitTreeOf(city.units, city.cells);
	const cells = indexCells(city.cells);
	yield 0;
	const residenceCell = yield* partly(cellSteps(cells, city.residences), 0, 0.8);
	const facilityCell = yield* partly(cellSteps(cells, city.facilities), 0.8, 1);
	const unitOfCell = unitsOfCells(city, tree);
	return {
		city,
		tree,
		cells,
		residenceCell,
		facilityCell,
		operators: city.facilities.map((facility, index) =>
			operatorOf(facility, city.cells[facilityCell[index]], tree),
		),
		unitOfCell,
		cellUnits: cellUnitsOf(tree, unitOfCell),
		ground: groundOf(city, residenceCell),
	};
}

/** The cell that contains each record, -1 where none does. */
function* cellSteps(
	cells: CellIndex,
	records: readonly { readonly lonLat: LonLat }[],
): Steps<Int32Array> {
	const found = new Int32Array(records.length);
	for (let i = 0; i < records.length; i++) {
		if (i > 0 && i % PLACES_PER_STEP === 0) yield i / records.length;
		const part = cells.partAt(records[i].lonLat);
		found[i] = part < 0 ? -1 : cells.parts[part].cell;
	}
	return found;
}

/** The same as numbers in the tree; −1 for none. */
export function cellUnitsOf({ units }: UnitTree, unitOfCell: Located["unitOfCell"]): CellUnits {
	const numberOf = new Map(units.map((unit, number) => [unit, number]));
	const numbers = (kind: UnitKind) =>
		Int32Array.from(unitOfCell[kind], (unit) =>
			unit === undefined ? -1 : (numberOf.get(unit) ?? -1),
		);
	return {
		district: numbers("district"),
		street: numbers("street"),
		committee: numbers("committee"),
		circle: numbers("circle"),
	};
}

/** The unit of each kind that each cell belongs to. */
export function unitsOfCells({ cells }: Divided, tree: UnitTree): Located["unitOfCell"] {
	const ofKind = (kind: UnitKind) => cells.map(({ units }) => tree.unit(kind, units[kind]));
	return {
		district: ofKind("district"),
		street: ofKind("street"),
		committee: ofKind("committee"),
		bmu: ofKind("bmu"),
		circle: ofKind("circle"),
	};
}

/** The unit of a kind that a cell belongs to. */
export function unitAt(located: Located, cell: number, kind: UnitKind): UnitRecord | undefined {
	return cell < 0 ? undefined : located.unitOfCell[kind][cell];
}

/** Residences of each unit, as indices; a unit without any is absent. */
export function residencesByUnit(
	located: Located,
	kind: UnitKind,
): ReadonlyMap<string, readonly number[]> {
	const byCode = new Map<string, number[]>();
	located.residenceCell.forEach((cell, residence) => {
		const code = cell < 0 ? undefined : located.city.cells[cell].units[kind];
		if (code === undefined) return;
		const list = byCode.get(code);
		if (list === undefined) byCode.set(code, [residence]);
		else list.push(residence);
	});
	return byCode;
}
