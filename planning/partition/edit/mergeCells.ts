// Join cells into one: the arcs between them go, and what they ended at, where no other arc does.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import { ARC_FLAG, type Tiling } from "../Tiling.ts";
import { cellIndex } from "./cellIndex.ts";
import { joinedArcs } from "./joinedArcs.ts";
import { patchTiling } from "./patchTiling.ts";
import { type EditOutcome, refused } from "./TilingEdit.ts";

/**
 * Join cells that hang together over arcs into one of code `into`, which may be one of theirs. A node that only two
 * arcs are left to end at goes, and they become one, where their flags are the same. So parts of a cut joined again
 * are the tiling as it was, to the byte, where the line ended at vertices that were there; where it had put one into a
 * neighbour's border, that vertex stays.
 */
export function mergeCells(tiling: Tiling, codes: readonly string[], into: string): EditOutcome {
	const sorted = [...new Set(codes)].sort(byCodeUnit);
	const cells = sorted.map((code) => cellIndex(tiling, code));
	const unknown = sorted.filter((_, i) => cells[i] < 0);
	if (unknown.length > 0) return refused("code.unknown", null, unknown);
	if (cells.length < 2) return refused("merge.one-cell", null, sorted);
	if (into === "" || (cellIndex(tiling, into) >= 0 && !sorted.includes(into)))
		return refused("code.not-free", null, [into]);

	const goneCells = new Set(cells);
	const inner = innerArcs(tiling, goneCells);
	const apart = apartCells(tiling, cells, inner);
	if (apart.length > 0) {
		const names = apart.map((cell) => tiling.cellCode[cell]);
		return refused("merge.not-adjacent", null, names);
	}
	const fixed = inner.find(
		(arc) => (tiling.arcFlags[arc] & (ARC_FLAG.legal | ARC_FLAG.locked)) > 0,
	);
	if (fixed !== undefined) return refused("merge.locked-arc", middleOfArc(tiling, fixed), sorted);

	const merged = tiling.cellCode.length;
	const { goneArcs, arcs } = joinedArcs(tiling, inner, (cell) =>
		goneCells.has(cell) ? merged : cell,
	);
	const patched = patchTiling(tiling, {
		goneArcs,
		arcs,
		goneCells: new Map(cells.map((cell) => [cell, merged])),
		cells: [{ code: into, oldCell: cells[0] }],
		cellOfSide: new Map(),
		arcsAround: [],
	});
	return {
		edit: {
			tiling: patched.tiling,
			oldCell: patched.oldCell,
			divided: new Map(),
			joined: new Map([[into, sorted]]),
		},
		refusal: null,
	};
}

function innerArcs({ arcLeft, arcRight }: Tiling, cells: ReadonlySet<number>): number[] {
	const inner: number[] = [];
	for (let arc = 0; arc < arcLeft.length; arc++)
		if (cells.has(arcLeft[arc]) && cells.has(arcRight[arc])) inner.push(arc);
	return inner;
}

/** Cells that the inner arcs do not join with the first. */
function apartCells(
	{ arcLeft, arcRight }: Tiling,
	cells: readonly number[],
	inner: readonly number[],
): number[] {
	const reached = new Set([cells[0]]);
	for (let before = 0; before < reached.size; ) {
		before = reached.size;
		for (const arc of inner)
			if (reached.has(arcLeft[arc]) || reached.has(arcRight[arc]))
				reached.add(arcLeft[arc]).add(arcRight[arc]);
	}
	return cells.filter((cell) => !reached.has(cell));
}

function middleOfArc({ frame, pointCm, arcFirstPoint }: Tiling, arc: number) {
	const point = 2 * ((arcFirstPoint[arc] + arcFirstPoint[arc + 1] - 1) >> 1);
	return lonLatOfCm(
		frame,
		(pointCm[point] + pointCm[point + 2]) / 2,
		(pointCm[point + 1] + pointCm[point + 3]) / 2,
	);
}
