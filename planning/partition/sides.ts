// A side is an arc walked one way: 2 × arc, plus 1 where it is walked backwards. What lies at its ends and on its left.
import type { Tiling } from "./Tiling.ts";

/** The cell on the left of a side; `OUTSIDE` where none. */
export function cellOfSide({ arcLeft, arcRight }: Tiling, side: number): number {
	return (side & 1) === 0 ? arcLeft[side >> 1] : arcRight[side >> 1];
}

/** The node where a side begins. */
export function startOfSide(
	{ arcFrom, arcTo }: Pick<Tiling, "arcFrom" | "arcTo">,
	side: number,
): number {
	return (side & 1) === 0 ? arcFrom[side >> 1] : arcTo[side >> 1];
}

/** The node where a side ends. */
export function endOfSide(tiling: Pick<Tiling, "arcFrom" | "arcTo">, side: number): number {
	return startOfSide(tiling, side ^ 1);
}

/** Where a side sets off to: from its first point to its second, in centimetres. */
export function headingOfSide(
	{ pointCm, arcFirstPoint }: Pick<Tiling, "pointCm" | "arcFirstPoint">,
	side: number,
): readonly [eastCm: number, northCm: number] {
	const arc = side >> 1;
	const isForwards = (side & 1) === 0;
	const first = 2 * (isForwards ? arcFirstPoint[arc] : arcFirstPoint[arc + 1] - 1);
	const second = isForwards ? first + 2 : first - 2;
	return [pointCm[second] - pointCm[first], pointCm[second + 1] - pointCm[first + 1]];
}

/** Append the points of a side as x, y, without its last point, which the next side begins with. */
export function pushPointsCm(
	{ pointCm, arcFirstPoint }: Pick<Tiling, "pointCm" | "arcFirstPoint">,
	side: number,
	to: number[],
): void {
	const arc = side >> 1;
	const [first, last] = [arcFirstPoint[arc], arcFirstPoint[arc + 1] - 1];
	if ((side & 1) === 0)
		for (let point = first; point < last; point++)
			to.push(pointCm[2 * point], pointCm[2 * point + 1]);
	else
		for (let point = last; point > first; point--)
			to.push(pointCm[2 * point], pointCm[2 * point + 1]);
}
