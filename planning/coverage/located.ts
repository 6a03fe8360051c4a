// A city with everything put in its place: which cell holds each residence and facility, who operates what.
import { type CellIndex, indexCells } from "../city/cellIndex.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import { type UnitTree, unitTreeOf } from "../city/unitTree.ts";
import type { City } from "./analysis.ts";
import { type Operator, operatorOf } from "./operators.ts";

/** What needs no streets: all that units' statistics and tables stand on. */
export type Divided = Pick<City, "units" | "cells" | "facilities" | "residences">;

export interface Located {
	readonly city: Divided;
	readonly tree: UnitTree;
	readonly cells: CellIndex;
	/** Index into `cells.parts` of each residence; -1 where no cell contains it. */
	readonly residencePart: Int32Array;
	/** Index into `City.cells` of each residence and facility; -1 where none. */
	readonly residenceCell: Int32Array;
	readonly facilityCell: Int32Array;
	/** One per facility. */
	readonly operators: readonly Operator[];
	/** The unit of each kind that each cell belongs to; undefined where none. */
	readonly unitOfCell: Readonly<Record<UnitKind, readonly (UnitRecord | undefined)[]>>;
}

/** Put residences and facilities into cells; one tree search and a few point-in-polygon tests each. */
export function locate(city: Divided): Located {
	const tree = unitTreeOf(city.units, city.cells);
	const cells = indexCells(city.cells);
	const cellOf = (part: number) => (part < 0 ? -1 : cells.parts[part].cell);
	const residencePart = Int32Array.from(city.residences, ({ lonLat }) => cells.partAt(lonLat));
	const facilityCell = Int32Array.from(city.facilities, ({ lonLat }) =>
		cellOf(cells.partAt(lonLat)),
	);
	return {
		city,
		tree,
		cells,
		residencePart,
		residenceCell: residencePart.map(cellOf),
		facilityCell,
		operators: city.facilities.map((facility, index) =>
			operatorOf(facility, city.cells[facilityCell[index]], tree),
		),
		unitOfCell: unitsOfCells(city, tree),
	};
}

function unitsOfCells({ cells }: Divided, tree: UnitTree): Located["unitOfCell"] {
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
