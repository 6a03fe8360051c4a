// The median walk of people, each home weighing as much as it counts: for many small groups of homes in turn.
import { type Farness, measurer } from "./farness.ts";
import type { Counted } from "./people.ts";

/** The smallest walk within which at least half of the people of `homes[from … to − 1]` are; Infinity beyond the horizon, NaN of nobody. */
export type PeopleMedian = (homes: ArrayLike<number>, from: number, to: number) => number;

/** Prepare medians in the unit that limits are said in; the memory is kept from call to call. */
export function peopleMedianOf(farness: Farness, { count }: Counted): PeopleMedian {
	const measureOf = measurer(farness);
	let walk = new Float64Array(16);
	let people = new Float64Array(16);
	return (homes, from, to) => {
		if (to - from > walk.length) {
			walk = new Float64Array(2 * (to - from));
			people = new Float64Array(2 * (to - from));
		}
		let length = 0;
		for (let i = from; i < to; i++) {
			const home = homes[i];
			if (count[home] === 0) continue;
			walk[length] = measureOf(home);
			people[length++] = count[home];
		}
		return length === 0 ? Number.NaN : halfway(walk, people, length);
	};
}

/** Hoare's quickselect (1961), by weight instead of rank; both columns are put in another order. */
function halfway(walk: Float64Array, people: Float64Array, length: number): number {
	let half = 0;
	for (let i = 0; i < length; i++) half += people[i] / 2;
	let [low, high] = [0, length - 1];
	while (low < high) {
		const pivot = walk[(low + high) >> 1];
		let [i, j, upToPivot] = [low, high, 0];
		while (i <= j) {
			while (walk[i] < pivot) i++;
			while (walk[j] > pivot) j--;
			if (i > j) break;
			[walk[i], walk[j]] = [walk[j], walk[i]];
			[people[i], people[j]] = [people[j], people[i]];
			i++;
			j--;
		}
		// low … j are at most the pivot, i … high at least; what lies between is the pivot
		for (let k = low; k <= j; k++) upToPivot += people[k];
		if (upToPivot >= half) {
			high = j;
			continue;
		}
		for (let k = j + 1; k < i; k++) upToPivot += people[k];
		if (upToPivot >= half) return pivot;
		half -= upToPivot;
		low = i;
	}
	return walk[low];
}
