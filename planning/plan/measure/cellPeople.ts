// Whole counts of people by cell, the last slot for those in no cell.
import type { HomesOfCells } from "./homesOfCells.ts";

export const PEOPLE = ["residents", "households", "elders", "children", "notAttached"] as const;
export type PeopleCount = (typeof PEOPLE)[number];
export type CellPeople = Readonly<Record<PeopleCount, Float64Array>>;

/** Counts of each residence; those that it does not state add nothing. */
export type HomePeople = Readonly<Record<PeopleCount, ArrayLike<number>>>;

export function cellPeople(
	people: HomePeople,
	{ cellOfHome, cellCount }: HomesOfCells,
): CellPeople {
	const sums = (count: ArrayLike<number>) => sumByCell(count, cellOfHome, cellCount);
	return {
		residents: sums(people.residents),
		households: sums(people.households),
		elders: sums(people.elders),
		children: sums(people.children),
		notAttached: sums(people.notAttached),
	};
}

/** Sums by cell, with `isCounted` of those residences only; the last slot is for residences in no cell. */
export function sumByCell(
	count: ArrayLike<number>,
	cellOfHome: Int32Array,
	cellCount: number,
	isCounted?: Uint8Array,
): Float64Array {
	const sums = new Float64Array(cellCount + 1);
	for (let home = 0; home < cellOfHome.length; home++)
		if (isCounted === undefined || isCounted[home] === 1)
			sums[cellOfHome[home] < 0 ? cellCount : cellOfHome[home]] += count[home];
	return sums;
}
