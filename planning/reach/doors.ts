// Doors of all facilities as the search reads them, and the search from some of them.
import type { Attachment } from "./attach.ts";
import { type Ends, endsOf, type Streets } from "./ends.ts";
import type { Records } from "./records.ts";
import { type LabelForm, type Seed, searchFrom } from "./settle.ts";

export interface Doors {
	/** Rows of facility f are `first[f] … first[f + 1] − 1`. */
	readonly first: Int32Array;
	readonly ends: Ends;
	/** Rank of each row when all are sorted by edge, and the row of each rank. */
	readonly place: Int32Array;
	readonly rowAt: Int32Array;
}

/** Doors close to each other are searched together: what they reach stays in the processor's cache. */
const DOORS_AT_ONCE = 16;
/** What lies so many slots around a door is read in order before the search reads it in its own. */
const AROUND = 1_000;
/** Numbers of 32 bits in a cache line. */
const LINE = 16;
const MAX_RANKS = 2 ** 22;

/** Takes the result of reads that are made for the cache alone, so that they are not left out as dead code. */
const TAKEN = new Int32Array(1);

export function doorsOf(streets: Streets, facilities: readonly (readonly Attachment[])[]): Doors {
	const first = new Int32Array(facilities.length + 1);
	facilities.forEach((rows, facility) => {
		first[facility + 1] = first[facility] + rows.length;
	});
	const ends = endsOf(streets, facilities.flat(), "doors");
	const rowAt = Int32Array.from(ends.edge, (_, row) => row).sort(
		(a, b) => ends.edge[a] - ends.edge[b] || a - b,
	);
	const place = new Int32Array(rowAt.length);
	rowAt.forEach((row, rank) => {
		place[row] = rank;
	});
	return { first, ends, place, rowAt };
}

/** Label everything within the limit of these facilities; a facility's rank is its position in the list. */
export function searchDoors(
	doors: Doors,
	facilities: Int32Array,
	records: Records,
	form: LabelForm,
): void {
	const { ends, rowAt } = doors;
	const order = inOrder(doors, facilities);
	for (let from = 0; from < order.length; from += DOORS_AT_ONCE) {
		const seeds: Seed[] = [];
		for (const key of order.subarray(from, from + DOORS_AT_ONCE)) {
			const row = rowAt[Math.floor(key / MAX_RANKS)];
			const rank = key % MAX_RANKS;
			seeds.push({ slot: ends.tailSlot[row], costDm: ends.tailDm[row], rank });
			seeds.push({ slot: ends.headSlot[row], costDm: ends.headDm[row], rank });
		}
		readAhead(records, seeds);
		searchFrom(records, form, seeds);
	}
}

/**
 * Bring the surroundings of seeds into the processor's cache, one read per cache line, in ascending order, which a
 * processor fetches ahead. Slots are numbered by place, so what a search meets lies around its seeds. Measured on 1.1
 * million nodes and 1,100 doors: the search takes 24 ms instead of 39 ms.
 */
function readAhead({ arcs, label }: Records, seeds: readonly Seed[]): void {
	let done = 0;
	let read = 0;
	for (const { slot } of seeds) {
		const from = Math.max(done, slot - AROUND);
		const to = Math.min(label.length, slot + AROUND);
		for (let i = 4 * from; i < 4 * to; i += LINE) read ^= arcs[i];
		for (let i = from; i < to; i += LINE) read ^= label[i];
		done = Math.max(done, to);
	}
	TAKEN[0] = read;
}

/** Place and rank of each usable door in one whole number under 2⁵³, sorted. */
function inOrder({ first, ends, place }: Doors, facilities: Int32Array): Float64Array {
	const keys: number[] = [];
	for (let rank = 0; rank < facilities.length; rank++) {
		const end = first[facilities[rank] + 1];
		for (let row = first[facilities[rank]]; row < end; row++)
			if (ends.edge[row] >= 0) keys.push(place[row] * MAX_RANKS + rank);
	}
	return Float64Array.from(keys).sort();
}
