// Who borders on whom, and along how much: from the arcs, each counted once.
import { arcMeasures } from "./arcMeasures.ts";
import type { Assignment, Tiling } from "./Tiling.ts";

/** A shared border; `OUTSIDE` (-1) stands for no unit: cells of none, or the edge of the tiling. */
export interface UnitBorder {
	readonly a: number;
	/** Greater than `a`. */
	readonly b: number;
	readonly lengthCm: number;
	readonly arcs: readonly number[];
}

/** All borders between units, by a, then b; with `a` = -1 for what faces no unit. Points do not count. */
export function unitBorders(
	tiling: Tiling,
	{ unitOfCell }: Pick<Assignment, "unitOfCell">,
): UnitBorder[] {
	const { arcLeft, arcRight } = tiling;
	const { lengthCm } = arcMeasures(tiling);
	const byPair = new Map<number, { a: number; b: number; lengthCm: number; arcs: number[] }>();
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const left = arcLeft[arc] < 0 ? -1 : unitOfCell[arcLeft[arc]];
		const right = arcRight[arc] < 0 ? -1 : unitOfCell[arcRight[arc]];
		if (left === right) continue;
		const [a, b] = left < right ? [left, right] : [right, left];
		const key = a * 2 ** 26 + b;
		const border = byPair.get(key) ?? { a, b, lengthCm: 0, arcs: [] };
		border.lengthCm += lengthCm[arc];
		border.arcs.push(arc);
		byPair.set(key, border);
	}
	return [...byPair.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

/** Neighbours of a unit with the length of the shared border, by number. */
export function neighboursOf(
	borders: readonly UnitBorder[],
	unit: number,
): { readonly unit: number; readonly lengthCm: number }[] {
	return borders
		.filter(({ a, b }) => a >= 0 && (a === unit || b === unit))
		.map(({ a, b, lengthCm }) => ({ unit: a === unit ? b : a, lengthCm }))
		.sort((one, other) => one.unit - other.unit);
}
