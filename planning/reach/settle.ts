// Bounded search with an array of buckets instead of a heap (R. B. Dial, 1969, Algorithm 360), labels in one number.
// A label is base + costDm × 2^rankBits + rank of the facility, so comparing labels compares (cost, facility):
// the smaller facility wins a tie, and any split of a city gives the same answer.
import { COST_BITS, COST_MASK, FAR_ARC, FAR_MASK, type Records } from "./records.ts";

/** How costs and facilities share the bits of a label. */
export interface LabelForm {
	/** Costs above this are dropped, never clamped. */
	readonly limitDm: number;
	readonly rankBits: number;
	/** Labels of this search are `base … base + span − 1`; labels of earlier searches lie above. */
	readonly base: number;
}

/** One way to a facility from a slot: a door's end of its edge. */
export interface Seed {
	readonly slot: number;
	readonly rank: number;
	readonly costDm: number;
}

/** Costs are kept in buckets of 16 dm, wider for limits above 6.5 km: no more than 4,096 of them are swept. */
const MIN_SHIFT = 4;
const MAX_BUCKET_BITS = 12;

// A module's own constants are compiled into its code; imported ones are looked up each time.
const NEAR_COST = COST_MASK;
const NEAR_STEP = 2 + COST_BITS;
const IS_FAR = FAR_ARC;
const FAR_PLACE = FAR_MASK;

// Memory of the one search that runs at a time on a thread. Constants of the module, because code that knows its
// arrays takes a seventh less time than code that is handed them; used up, it is compacted.
/** Last entry of each bucket, -1 when empty. */
const BUCKETS = new Int32Array(1 << MAX_BUCKET_BITS).fill(-1);
const ENTRY = 3;
const CAPACITY = ENTRY * (1 << 18);
/** Slot, label and next entry of the same bucket; one entry for each time a label was lowered. */
const ENTRIES = new Int32Array(CAPACITY);
let used = 0;

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

/**
 * Settle everything within the limit of these seeds and of each other's surroundings; labels there are only ever
 * lowered. With `lowered`, the slots whose labels were lowered are added to it.
 */
export function searchFrom(
	records: Records,
	form: LabelForm,
	seeds: Iterable<Seed>,
	lowered?: Set<number>,
): void {
	for (const seed of seeds) {
		offer(records, form, seed);
		if (used === CAPACITY) settle(records, form, lowered);
	}
	settle(records, form, lowered);
}

/** Lower the label of a slot and queue it; nothing when it is not lower, or beyond the limit. */
function offer({ label }: Records, { limitDm, rankBits, base }: LabelForm, seed: Seed): void {
	const { slot, costDm, rank } = seed;
	if (costDm > limitDm) return;
	const offered = ((costDm << rankBits) | rank) + base;
	if (offered >= label[slot]) return;
	label[slot] = offered;
	const bucket = costDm >> shiftOf(limitDm);
	ENTRIES[used] = slot;
	ENTRIES[used + 1] = offered;
	ENTRIES[used + 2] = BUCKETS[bucket];
	BUCKETS[bucket] = used;
	used += ENTRY;
}

function settle(records: Records, form: LabelForm, lowered?: Set<number>): void {
	const bucketCount = (form.limitDm >> shiftOf(form.limitDm)) + 1;
	for (let open = 0; open < bucketCount; ) {
		open = settleFrom(open, records, form);
		if (lowered !== undefined)
			for (let entry = 0; entry < used; entry += ENTRY) lowered.add(ENTRIES[entry]);
		if (open < bucketCount) compact(records, form);
	}
	used = 0;
}

/**
 * Settle bucket after bucket; returns the bucket at which memory ran short, or the number of buckets.
 * One loop for buckets, entries and arcs: measured 4 % faster than three.
 */
function settleFrom(
	firstOpen: number,
	{ arcs, far, label, mostArcs }: Records,
	{ limitDm, rankBits, base }: LabelForm,
): number {
	const rankMask = (1 << rankBits) - 1;
	const shift = shiftOf(limitDm);
	const bucketCount = (limitDm >> shift) + 1;
	const room = CAPACITY - ENTRY * mostArcs;
	let end = used;
	let open = firstOpen;
	let slot = 0;
	let place = 0;
	let arc = -1;
	let costDm = 0;
	let rank = 0;
	for (;;) {
		if (arc < 0) {
			// all arcs of a slot are done: the next entry of the open bucket, or the next bucket;
			// arcs shorter than a bucket put entries back into the open one, which is left only when empty
			const entry = BUCKETS[open];
			if (entry < 0) {
				if (++open === bucketCount) break;
				continue;
			}
			if (end > room) break;
			BUCKETS[open] = ENTRIES[entry + 2];
			slot = ENTRIES[entry];
			const settled = ENTRIES[entry + 1];
			if (label[slot] !== settled) continue; // lowered again since
			costDm = (settled - base) >> rankBits;
			rank = (settled - base) & rankMask;
			place = 4 * slot;
		}
		arc = arcs[place++];
		let tail = slot + ((arc << 2) >> NEAR_STEP);
		let tailDm = costDm + (arc & NEAR_COST);
		if ((arc & IS_FAR) !== 0) {
			tail = far[arc & FAR_PLACE];
			tailDm = costDm + far[(arc & FAR_PLACE) + 1];
		}
		if (tailDm > limitDm) continue;
		const tailLabel = ((tailDm << rankBits) | rank) + base;
		if (tailLabel >= label[tail]) continue;
		label[tail] = tailLabel;
		ENTRIES[end] = tail;
		ENTRIES[end + 1] = tailLabel;
		ENTRIES[end + 2] = BUCKETS[tailDm >> shift];
		BUCKETS[tailDm >> shift] = end;
		end += ENTRY;
	}
	used = end;
	return open;
}

/** Keep only the entries that still wait, at the front of the memory. */
function compact({ label, mostArcs }: Records, form: LabelForm): void {
	const waiting: [bucket: number, slot: number, label: number][] = [];
	const bucketCount = (form.limitDm >> shiftOf(form.limitDm)) + 1;
	for (let bucket = 0; bucket < bucketCount; bucket++) {
		for (let entry = BUCKETS[bucket]; entry >= 0; entry = ENTRIES[entry + 2]) {
			const [slot, settled] = [ENTRIES[entry], ENTRIES[entry + 1]];
			if (label[slot] === settled) waiting.push([bucket, slot, settled]);
		}
		BUCKETS[bucket] = -1;
	}
	used = 0;
	if (ENTRY * (waiting.length + mostArcs) > CAPACITY)
		throw new Error(`${waiting.length} nodes wait at once: search from fewer doors at a time.`);
	for (const [bucket, slot, settled] of waiting) {
		ENTRIES[used] = slot;
		ENTRIES[used + 1] = settled;
		ENTRIES[used + 2] = BUCKETS[bucket];
		BUCKETS[bucket] = used;
		used += ENTRY;
	}
}

function shiftOf(limitDm: number): number {
	return Math.max(MIN_SHIFT, bitLength(limitDm) - MAX_BUCKET_BITS);
}
