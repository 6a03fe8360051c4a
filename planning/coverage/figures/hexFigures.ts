// People by hexagon: what does not depend on the limit is found once, and a limit costs one pass over the homes.
import type { Farness } from "./farness.ts";
import type { Counted } from "./people.ts";
import { peopleMedianOf } from "./peopleMedian.ts";

/** The hexagons where people live; further columns have a slot for each of them. */
export interface HexPeople {
	/** Index in the lattice, rising. */
	readonly hex: Int32Array;
	readonly people: Float64Array;
	/** Homes with people of slot s are `homes[first[s]] … homes[first[s + 1] − 1]`, rising. */
	readonly first: Uint32Array;
	readonly homes: Uint32Array;
}

/** Sort homes into hexagons. `hexOf`: hexagon of each home (`HexGrid.hexColumns`), -1 outside the lattice: not listed. */
export function hexPeople(hexOf: Int32Array, { count }: Counted): HexPeople {
	// homes by hexagon, then the hexagons without homes left out
	const most = hexOf.reduce((max, hex) => Math.max(max, hex), -1);
	const homesIn = new Uint32Array(most + 1);
	const isListed = (home: number) => hexOf[home] >= 0 && count[home] > 0;
	for (let home = 0; home < hexOf.length; home++) if (isListed(home)) homesIn[hexOf[home]]++;
	const listed = homesIn.reduce((hexes, homes) => hexes + (homes > 0 ? 1 : 0), 0);
	const [hex, first] = [new Int32Array(listed), new Uint32Array(listed + 1)];
	const slotOf = new Int32Array(most + 1);
	let slot = 0;
	for (let one = 0; one <= most; one++) {
		if (homesIn[one] === 0) continue;
		hex[slot] = one;
		slotOf[one] = slot;
		first[slot + 1] = first[slot] + homesIn[one];
		slot++;
	}
	const [people, next] = [new Float64Array(listed), first.slice(0, -1)];
	const homes = new Uint32Array(first[listed]);
	for (let home = 0; home < hexOf.length; home++) {
		if (!isListed(home)) continue;
		const at = slotOf[hexOf[home]];
		people[at] += count[home];
		homes[next[at]++] = home;
	}
	return { hex, people, first, homes };
}

/** Some of the people in each listed hexagon, such as those beyond a limit (`peopleBeyond`). */
export function hexSums({ hex, first, homes }: HexPeople, { count }: Counted): Float64Array {
	const sums = new Float64Array(hex.length);
	for (let slot = 0; slot < hex.length; slot++)
		for (let i = first[slot]; i < first[slot + 1]; i++) sums[slot] += count[homes[i]];
	return sums;
}

/** The median walk of the people of each listed hexagon, in the unit of limits; NaN beyond the horizon. */
export function hexMeasure(
	{ hex, first, homes }: HexPeople,
	farness: Farness,
	counted: Counted,
): Float32Array {
	const medianOf = peopleMedianOf(farness, counted);
	const measure = new Float32Array(hex.length);
	for (let slot = 0; slot < hex.length; slot++) {
		const median = medianOf(homes, first[slot], first[slot + 1]);
		measure[slot] = median === Infinity ? Number.NaN : median;
	}
	return measure;
}
