// Doors of all facilities as the search reads them, and the search from some of them.
import type { Attachment } from "./attach.ts";
import { type Ends, endsOf, type Streets } from "./ends.ts";
import type { Records } from "./records.ts";
import { type LabelForm, offer, type Queue, settle } from "./settle.ts";

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
const MAX_RANKS = 2 ** 22;

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
export function searchFrom(
	doors: Doors,
	facilities: Int32Array,
	{ records, queue, form }: { records: Records; queue: Queue; form: LabelForm },
): void {
	const { ends, rowAt } = doors;
	const order = inOrder(doors, facilities);
	for (let from = 0; from < order.length; from += DOORS_AT_ONCE) {
		queue.used = 0;
		const to = Math.min(order.length, from + DOORS_AT_ONCE);
		for (let i = from; i < to; i++) {
			const row = rowAt[Math.floor(order[i] / MAX_RANKS)];
			const rank = order[i] % MAX_RANKS;
			const tail = { slot: ends.tailSlot[row], costDm: ends.tailDm[row], rank };
			const head = { slot: ends.headSlot[row], costDm: ends.headDm[row], rank };
			offer(records, queue, form, tail);
			offer(records, queue, form, head);
		}
		settle(records, queue, form);
	}
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
