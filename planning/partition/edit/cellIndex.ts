// A cell by its code.
import type { Tiling } from "../Tiling.ts";

/** Index of the cell with a code; -1 where there is none. */
export function cellIndex({ cellCode }: Tiling, code: string): number {
	const place = placeOfCode(cellCode, code);
	return cellCode[place] === code ? place : -1;
}

/** How many sorted codes come before one, by bisection. */
export function placeOfCode(cellCode: readonly string[], code: string): number {
	let [low, high] = [0, cellCode.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (cellCode[middle] < code) low = middle + 1;
		else high = middle;
	}
	return low;
}
