// The shapes of cells after decisions, overlaps that nobody decided on included: each cell as large as what it claims.
import type { Subdivision } from "../build/Subdivision.ts";
import { tilingOf } from "../build/tilingOf.ts";
import { ringPointsCm, type Shape, shapeOfSides, sidesOfCell } from "../shape.ts";
import { cellOfSide } from "../sides.ts";
import { OUTSIDE, type Tiling } from "../Tiling.ts";

/** Rings in centimetres (x, y, x, y …, not closed) of the parts of one cell, the outer ring first. */
export type ShapeCm = readonly (readonly number[])[][];

/** Cells that have each face: by decision one or none, else all that claim it. */
export function holdersOf(
	{ claims }: Subdivision,
	decided: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
	if (decided.size === 0) return claims;
	return claims.map((claiming, face) => {
		const cell = decided.get(face);
		return cell === undefined ? claiming : cell === OUTSIDE ? [] : [cell];
	});
}

/** Shape of every cell, by its index into the codes. */
export function claimedShapes(
	subdivision: Subdivision,
	holders: readonly (readonly number[])[],
): ShapeCm[] {
	const { owner, sets } = setsOf(holders);
	const codes = sets.map((_, set) => String(set));
	const tiling = tilingOf({ ...subdivision, codes }, owner);
	const setsOfCell = subdivision.codes.map((): number[] => []);
	sets.forEach((cells, set) => {
		for (const cell of cells) setsOfCell[cell].push(set);
	});
	return setsOfCell.map((own) => {
		const isOwn = new Set(own);
		const sides = own.flatMap((set) =>
			[...sidesOfCell(tiling, set)].filter((side) => !isOwn.has(cellOfSide(tiling, side ^ 1))),
		);
		return pointsOf(tiling, shapeOfSides(tiling, sides));
	});
}

/** Faces with the same holders as one owner. */
function setsOf(holders: readonly (readonly number[])[]) {
	const known = new Map<string, number>();
	const sets: (readonly number[])[] = [];
	const owner = new Int32Array(holders.length).fill(OUTSIDE);
	holders.forEach((cells, face) => {
		if (cells.length === 0) return;
		const key = cells.join(" ");
		const set = known.get(key) ?? sets.length;
		if (set === sets.length) {
			known.set(key, set);
			sets.push(cells);
		}
		owner[face] = set;
	});
	return { owner, sets };
}

function pointsOf(tiling: Tiling, shape: Shape): ShapeCm {
	return shape.map((part) => part.map((ring) => ringPointsCm(tiling, ring)));
}
