// Which cell of a plan a place lies in.
import Flatbush from "flatbush";
import type { LonLat } from "../geo/LonLat.ts";
import { cmOfLonLat } from "../partition/frame.ts";
import { sidesOfCell } from "../partition/shape.ts";
import type { Tiling } from "../partition/Tiling.ts";
import { indicesByValue } from "./indicesByValue.ts";
import type { PlanState } from "./PlanState.ts";

type Ground = Pick<PlanState, "base" | "tiling" | "baseCell">;

const trees = new WeakMap<Tiling, Flatbush | null>();

/**
 * Index of the cell that contains a place; on a border that of the lowest code; -1 outside the city. Searches the base
 * once, then the parts of one of its cells.
 */
export function cellAt({ base, tiling, baseCell }: PlanState, place: LonLat): number {
	const [xCm, yCm] = cmOfLonLat(tiling.frame, place);
	if (!(Number.isFinite(xCm) && Number.isFinite(yCm))) return -1;
	const near = (treeOf(base.tiling)?.search(xCm, yCm, xCm, yCm) ?? []).sort((a, b) => a - b);
	const within = near.find((cell) => holds(base.tiling, cell, xCm, yCm));
	if (within === undefined || tiling === base.tiling) return within ?? -1;
	return partHolding({ base, tiling, baseCell }, within, [xCm, yCm]);
}

/** The part of a cell of the base that contains a place of that cell; the first where rounding put it in none. */
export function partAt(state: Ground, cell: number, place: LonLat): number {
	return partHolding(state, cell, cmOfLonLat(state.tiling.frame, place));
}

/** Cells by the base's cell that they are parts of. */
const parts = new WeakMap<Int32Array, (cell: number) => Int32Array>();

function partHolding(
	{ base, tiling, baseCell }: Ground,
	cell: number,
	[xCm, yCm]: readonly [number, number],
): number {
	const partsOf = parts.get(baseCell) ?? indicesByValue(baseCell, base.tiling.cellCode.length);
	parts.set(baseCell, partsOf);
	const ofCell = partsOf(cell);
	// none where a cut moved the border by less than a centimetre
	return ofCell.find((part) => holds(tiling, part, xCm, yCm)) ?? ofCell[0] ?? -1;
}

/** Does a cell hold a place of whole centimetres, its border included? Exact. */
function holds(tiling: Tiling, cell: number, xCm: number, yCm: number): boolean {
	const { pointCm, arcFirstPoint } = tiling;
	let isInside = false;
	for (const side of sidesOfCell(tiling, cell)) {
		const arc = side >> 1;
		for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2) {
			const [ax, ay, bx, by] = [pointCm[i], pointCm[i + 1], pointCm[i + 2], pointCm[i + 3]];
			const turn = (bx - ax) * (yCm - ay) - (by - ay) * (xCm - ax);
			if (
				turn === 0 &&
				xCm >= Math.min(ax, bx) &&
				xCm <= Math.max(ax, bx) &&
				yCm >= Math.min(ay, by) &&
				yCm <= Math.max(ay, by)
			)
				return true;
			if (ay > yCm !== by > yCm && turn > 0 === by > ay) isInside = !isInside;
		}
	}
	return isInside;
}

function treeOf(tiling: Tiling): Flatbush | null {
	const known = trees.get(tiling);
	if (known !== undefined) return known;
	const { cellCode, pointCm, arcFirstPoint } = tiling;
	const tree = cellCode.length === 0 ? null : new Flatbush(cellCode.length);
	for (let cell = 0; cell < cellCode.length; cell++) {
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const side of sidesOfCell(tiling, cell))
			for (let i = arcFirstPoint[side >> 1]; i < arcFirstPoint[(side >> 1) + 1]; i++) {
				west = Math.min(west, pointCm[2 * i]);
				east = Math.max(east, pointCm[2 * i]);
				south = Math.min(south, pointCm[2 * i + 1]);
				north = Math.max(north, pointCm[2 * i + 1]);
			}
		tree?.add(west, south, east, north);
	}
	tree?.finish();
	trees.set(tiling, tree);
	return tree;
}
