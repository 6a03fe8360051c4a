// The part of a city that a drawing table shows: the cells of one district, and those next to them.
import type { Tiling } from "../../partition/Tiling.ts";
import type { PlanBase } from "../PlanBase.ts";
import { type PlanState, unitNumber } from "../PlanState.ts";

/** 1 for each cell of the base that is shown. */
export type DrawnArea = Uint8Array;

/** Of a district by its code; the whole city for null. Throws for a district without cells. */
export function areaOfDistrict({ tiling, layers }: PlanBase, code: string | null): DrawnArea {
	const count = tiling.cellCode.length;
	if (code === null) return new Uint8Array(count).fill(1);
	const { district } = layers;
	const number = unitNumber(district, code);
	const own = (cell: number) => cell >= 0 && district.unitOfCell[cell] === number;
	const shown = Uint8Array.from({ length: count }, (_, cell) => (own(cell) ? 1 : 0));
	if (number < 0 || !shown.includes(1)) throw new Error(`No cell belongs to district ${code}.`);
	for (let arc = 0; arc < tiling.arcLeft.length; arc++) {
		const [left, right] = [tiling.arcLeft[arc], tiling.arcRight[arc]];
		if (left < 0 || right < 0) continue;
		if (own(left)) shown[right] = 1;
		if (own(right)) shown[left] = 1;
	}
	return shown;
}

/** Cells of a state that lie in the area, ascending. */
export function cellsInArea({ baseCell }: PlanState, area: DrawnArea): number[] {
	const cells: number[] = [];
	for (let cell = 0; cell < baseCell.length; cell++)
		if (area[baseCell[cell]] === 1) cells.push(cell);
	return cells;
}

/** Arcs that a cell of the area lies at, ascending. */
export function arcsInArea(
	{ tiling, baseCell }: { readonly tiling: Tiling; readonly baseCell: Int32Array },
	area: DrawnArea,
): number[] {
	const isShown = (cell: number) => cell >= 0 && area[baseCell[cell]] === 1;
	const arcs: number[] = [];
	for (let arc = 0; arc < tiling.arcLeft.length; arc++)
		if (isShown(tiling.arcLeft[arc]) || isShown(tiling.arcRight[arc])) arcs.push(arc);
	return arcs;
}
