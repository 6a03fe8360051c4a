// A tiling with some arcs and cells replaced: arrays are copied, what is new goes where a tiling built anew has it.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { OUTSIDE, type Tiling } from "../Tiling.ts";
import { placeOfCode } from "./cellIndex.ts";
import { type LooseArc, splicedArcs } from "./splicedArcs.ts";
import { splicedRings } from "./splicedRings.ts";

/**
 * What changes. Cells are meant by their index in the old tiling; new ones by the count of old cells plus their index
 * in `cells`.
 */
export interface Patch {
	readonly goneArcs: ReadonlySet<number>;
	readonly arcs: readonly LooseArc[];
	/** Gone cells, each with one that takes its place on the arcs that stay. */
	readonly goneCells: ReadonlyMap<number, number>;
	readonly cells: readonly { readonly code: string; readonly oldCell: number }[];
	/** Sides of arcs that stay where another new cell takes its place. */
	readonly cellOfSide: ReadonlyMap<number, number>;
	/** Arcs whose ends may be ends of new ones. */
	readonly arcsAround: Iterable<number>;
}

export interface Patched {
	readonly tiling: Tiling;
	/** For each cell of the new tiling the old one it comes from. */
	readonly oldCell: Int32Array;
	/** Index in the new tiling of each of `cells`. */
	readonly newCells: readonly number[];
}

/** Cost: a copy of all arrays, and work in what is around the change. */
export function patchTiling(tiling: Tiling, patch: Patch): Patched {
	const { order, cellCode } = cellOrder(tiling, patch);
	const place = new Int32Array(tiling.cellCode.length + patch.cells.length).fill(OUTSIDE);
	for (let cell = 0; cell < order.length; cell++) place[order[cell]] = cell;
	const oldCount = tiling.cellCode.length;

	for (const [gone, cell] of patch.goneCells) place[gone] = place[cell];

	const arcLeft = renumbered(tiling.arcLeft, place);
	const arcRight = renumbered(tiling.arcRight, place);
	for (const [side, cell] of patch.cellOfSide)
		((side & 1) === 0 ? arcLeft : arcRight)[side >> 1] = place[cell];
	const placed = patch.arcs.map((arc) => ({
		...arc,
		left: arc.left === OUTSIDE ? OUTSIDE : place[arc.left],
		right: arc.right === OUTSIDE ? OUTSIDE : place[arc.right],
	}));

	const isTouched = new Uint8Array(order.length);
	patch.cells.forEach((_, i) => {
		isTouched[place[oldCount + i]] = 1;
	});
	for (const { left, right } of placed)
		for (const cell of [left, right]) if (cell !== OUTSIDE) isTouched[cell] = 1;

	const { arcs, newArc } = splicedArcs(
		{ ...tiling, arcLeft, arcRight },
		{ ...patch, arcs: placed },
	);
	const rings = splicedRings(tiling, arcs, { order, newArc, isTouched });
	const oldCell = order.slice();
	patch.cells.forEach(({ oldCell: from }, i) => {
		oldCell[place[oldCount + i]] = from;
	});
	return {
		tiling: { frame: tiling.frame, ...arcs, cellCode, ...rings },
		oldCell,
		newCells: patch.cells.map((_, i) => place[oldCount + i]),
	};
}

/** Numbers replaced by others; negative ones stay. */
function renumbered(numbers: Int32Array, place: Int32Array): Int32Array {
	const now = new Int32Array(numbers.length);
	for (let i = 0; i < now.length; i++) now[i] = numbers[i] < 0 ? numbers[i] : place[numbers[i]];
	return now;
}

/** Cells of the new tiling, sorted by code: their numbers in the patch, and the codes. */
function cellOrder({ cellCode: old }: Tiling, { goneCells, cells }: Patch) {
	const fresh = cells
		.map(({ code }, i) => ({ code, number: old.length + i, before: placeOfCode(old, code) }))
		.sort((a, b) => byCodeUnit(a.code, b.code));
	const stops = [...new Set([...goneCells.keys(), ...fresh.map(({ before }) => before)])];
	const order = new Int32Array(old.length - goneCells.size + cells.length);
	let cellCode: string[] = [];
	let [at, copied] = [0, 0];
	for (const stop of [...stops.sort((a, b) => a - b), old.length]) {
		cellCode = cellCode.concat(old.slice(copied, stop));
		for (; copied < stop; copied++) order[at++] = copied;
		for (const { code, number, before } of fresh)
			if (before === stop) {
				cellCode.push(code);
				order[at++] = number;
			}
		if (stop === old.length) break;
		if (goneCells.has(stop)) copied = stop + 1;
	}
	return { order, cellCode };
}
