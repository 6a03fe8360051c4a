// Bounded search with an array of buckets instead of a heap (R. B. Dial, 1969, Algorithm 360), labels in one number.
// A label is base + costDm × 2^rankBits + rank of the facility, so comparing labels compares (cost, facility):
// the smaller facility wins a tie, and any split of a city gives the same answer.
import { COST_MASK, LAST_ARC, type Records } from "./records.ts";

/** How costs and facilities share the bits of a label. */
export interface LabelForm {
	/** Costs above this are dropped, never clamped. */
	readonly limitDm: number;
	readonly rankBits: number;
	/** Labels of this search are `base … base + span − 1`; labels of earlier searches lie above. */
	readonly base: number;
}

/** Memory of a search, reused by the next. */
export interface Queue {
	/** Last entry of each bucket, -1 when empty. */
	bucket: Int32Array;
	/** Three numbers per entry: slot, label, next entry of the same bucket. */
	entries: Int32Array;
	/** Numbers in use: one entry for each time a label was lowered, in that order. */
	used: number;
}

/** Costs are kept in buckets of 16 dm, wider for limits above 6.5 km: no more than 4,096 of them are swept. */
const MIN_SHIFT = 4;
const MAX_BUCKET_BITS = 12;
const ENTRY = 3;

export function createQueue(): Queue {
	return { bucket: new Int32Array(0), entries: new Int32Array(ENTRY * 1024), used: 0 };
}

/** How many numbers the labels of one search span; searches that share their labels go down by as much. */
export function spanOf({ limitDm, rankBits }: Pick<LabelForm, "limitDm" | "rankBits">): number {
	return (limitDm + 1) * 2 ** rankBits;
}

/** Ranks below 2 to this power fit beside costs up to this limit; the limit is below `SHUT_DM`. */
export function rankBitsFor(limitDm: number): number {
	return 31 - bitLength(limitDm + 1);
}

/** Bits of a whole number up to 2³¹. */
export function bitLength(whole: number): number {
	return 32 - Math.clz32(whole);
}

/** The facility in a label. */
export function rankOf({ rankBits }: Pick<LabelForm, "rankBits">, label: number): number {
	return label & ((1 << rankBits) - 1);
}

/** Lower the label of a slot and queue it; nothing when it is not lower, or beyond the limit. */
export function offer(
	{ label }: Records,
	queue: Queue,
	{ limitDm, rankBits, base }: LabelForm,
	{ slot, costDm, rank }: { slot: number; costDm: number; rank: number },
): void {
	if (costDm > limitDm) return;
	const offered = ((costDm << rankBits) | rank) + base;
	if (offered >= label[slot]) return;
	label[slot] = offered;
	const shift = shiftOf(limitDm);
	const bucketCount = (limitDm >> shift) + 1;
	if (queue.bucket.length < bucketCount) queue.bucket = new Int32Array(bucketCount).fill(-1);
	if (queue.used + ENTRY > queue.entries.length) grow(queue);
	const { bucket, entries, used } = queue;
	entries[used] = slot;
	entries[used + 1] = offered;
	entries[used + 2] = bucket[costDm >> shift];
	bucket[costDm >> shift] = used;
	queue.used = used + ENTRY;
}

/**
 * Settle everything within the limit of what was offered. Afterwards the buckets are empty and the entries name
 * every slot whose label was lowered (some more than once). Set `queue.used` to 0 before the next offers.
 */
export function settle(records: Records, queue: Queue, form: LabelForm): void {
	if (queue.used === 0) return;
	const last = form.limitDm >> shiftOf(form.limitDm);
	for (let open = 0; open <= last; ) {
		open = settleFrom(open, records, queue, form);
		if (open <= last) grow(queue);
	}
}

/**
 * Settle bucket after bucket; returns the bucket at which the queue's memory ran out, or the number of buckets.
 * Measured: entries of three numbers, arrays that are never replaced and one loop instead of three take a third less.
 */
function settleFrom(
	firstOpen: number,
	{ arcs, label, mostArcs }: Records,
	queue: Queue,
	{ limitDm, rankBits, base }: LabelForm,
): number {
	const { bucket, entries } = queue;
	let { used } = queue;
	const rankMask = (1 << rankBits) - 1;
	const shift = shiftOf(limitDm);
	const bucketCount = (limitDm >> shift) + 1;
	const room = entries.length - ENTRY * mostArcs;
	let open = firstOpen;
	let arc = 0;
	let arcDm = LAST_ARC;
	let costDm = 0;
	let rank = 0;
	for (;;) {
		if (arcDm < 0) {
			// all arcs of a slot are done: the next entry of the open bucket, or the next bucket;
			// arcs shorter than a bucket put entries back into the open one, which is left only when empty
			const entry = bucket[open];
			if (entry < 0) {
				if (++open === bucketCount) break;
				continue;
			}
			if (used > room) break;
			bucket[open] = entries[entry + 2];
			const slot = entries[entry];
			const settled = entries[entry + 1];
			if (label[slot] !== settled) continue; // lowered again since
			costDm = (settled - base) >> rankBits;
			rank = (settled - base) & rankMask;
			arc = 8 * slot;
		}
		arcDm = arcs[arc + 1];
		const tail = arcs[arc];
		arc += 2;
		const tailDm = costDm + (arcDm & COST_MASK);
		if (tailDm > limitDm) continue;
		const tailLabel = ((tailDm << rankBits) | rank) + base;
		if (tailLabel >= label[tail]) continue;
		label[tail] = tailLabel;
		entries[used] = tail;
		entries[used + 1] = tailLabel;
		entries[used + 2] = bucket[tailDm >> shift];
		bucket[tailDm >> shift] = used;
		used += ENTRY;
	}
	queue.used = used;
	return open;
}

/** The slots whose labels the last search lowered; some may be named more than once. */
export function* loweredSlots({ entries, used }: Queue): Iterable<number> {
	for (let entry = 0; entry < used; entry += ENTRY) yield entries[entry];
}

function shiftOf(limitDm: number): number {
	return Math.max(MIN_SHIFT, bitLength(limitDm) - MAX_BUCKET_BITS);
}

function grow(queue: Queue): void {
	const bigger = new Int32Array(queue.entries.length * 2);
	bigger.set(queue.entries);
	queue.entries = bigger;
}
