// Who lives in which cell of a plan. People of a cut cell go with their residences.
import type { LonLat } from "../../geo/LonLat.ts";
import type { PlanState } from "../PlanState.ts";
import { partAt } from "../placeAt.ts";
import type { MeasureBase } from "./MeasureBase.ts";

export interface HomesOfCells {
	readonly cellCount: number;
	/** Cell of each residence; -1 where none. */
	readonly cellOfHome: Int32Array;
	/** Residences of cell c, ascending: `homes[first[c]] … homes[first[c + 1] − 1]`. */
	readonly first: Uint32Array;
	readonly homes: Uint32Array;
	/** The cell of a place that lay in a cell of the base. */
	readonly renumbered: (baseCell: number, place: () => LonLat) => number;
}

/** Where everybody lives on a state's tiling; places of whole cells are not looked up again. */
export function homesOfCells(base: MeasureBase, state: PlanState): HomesOfCells {
	const { residences } = base.surveyed.city;
	const { tiling, baseCell } = state;
	const tiled = tiling.cellCode.length;
	const cellCount = tiled + base.leftOut.length;
	const renumbered = renumbering(base, state);
	const cellOfHome = base.residenceCell.map((cell, home) =>
		cell < 0 ? -1 : renumbered(cell, () => residences[home].lonLat),
	);
	const first = new Uint32Array(cellCount + 1);
	for (const cell of cellOfHome) if (cell >= 0) first[cell + 1]++;
	for (let cell = 0; cell < cellCount; cell++) first[cell + 1] += first[cell];
	const homes = new Uint32Array(first[cellCount]);
	const next = first.slice();
	cellOfHome.forEach((cell, home) => {
		if (cell >= 0) homes[next[cell]++] = home;
	});
	return { cellCount, cellOfHome, first, homes, renumbered };

	function renumbering(of: MeasureBase, at: PlanState): HomesOfCells["renumbered"] {
		const baseTiled = of.plan.tiling.cellCode.length;
		/** The one cell that a base cell still is; -1 where it was cut. */
		const same = new Int32Array(baseTiled).fill(-1);
		const parts = new Uint32Array(baseTiled);
		baseCell.forEach((old, cell) => {
			if (parts[old]++ === 0) same[old] = cell;
			else same[old] = -1;
		});
		return (cell, place) => {
			if (cell >= baseTiled) return tiled + cell - baseTiled;
			return same[cell] >= 0 ? same[cell] : partAt(at, cell, place());
		};
	}
}

/** For each cell the one of another time that the same residences lay in; -1 for none. */
export function keptCells(
	before: HomesOfCells,
	{ cellCount, first, homes }: HomesOfCells,
): Int32Array {
	const kept = new Int32Array(cellCount).fill(-1);
	for (let cell = 0; cell < cellCount; cell++) {
		if (first[cell] === first[cell + 1]) continue;
		const old = before.cellOfHome[homes[first[cell]]];
		if (old < 0 || before.first[old + 1] - before.first[old] !== first[cell + 1] - first[cell])
			continue;
		let i = first[cell] + 1;
		while (i < first[cell + 1] && before.cellOfHome[homes[i]] === old) i++;
		if (i === first[cell + 1]) kept[cell] = old;
	}
	return kept;
}
