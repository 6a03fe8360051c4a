// Labels put right after a change of doors or arcs, touching only what the change can reach.
// Method: G. Ramalingam and T. Reps, 1996, for deletions: forget every label that may have rested on what is gone, offer
// again what the rest can give, search on. Forgetting too much is safe.
import type { EditableRecords } from "./EditableRecords.ts";
import { COST_MASK, NO_LABEL } from "./records.ts";
import { type LabelForm, loweredSlots, offer, type Queue, rankOf, settle } from "./settle.ts";

/** One way to a facility from a slot: a door's end of its edge. */
export interface Seed {
	readonly slot: number;
	readonly rank: number;
	readonly costDm: number;
}

export interface Labels {
	readonly records: EditableRecords;
	readonly queue: Queue;
	/** `base` is 0. */
	readonly form: LabelForm;
	/** Of each slot, all its seeds: facilities may share a node, and a facility may have several doors at one. */
	readonly seedsAt: ReadonlyMap<number, readonly Seed[]>;
}

/**
 * Make the labels right again. `doubtful`: slots whose label rested on what is gone; `offered`: what is new.
 * Seeds and arcs are already as they shall be. Returns the slots whose label may have changed.
 */
export function repair(
	labels: Labels,
	doubtful: readonly number[],
	offered: readonly Seed[],
): Set<number> {
	const { records, queue, form, seedsAt } = labels;
	const affected = forget(labels, doubtful);
	queue.used = 0;
	for (const slot of affected) {
		for (const seed of seedsAt.get(slot) ?? []) offer(records, queue, form, seed);
		records.eachInto(slot, (from, arcDm) => {
			const label = records.label[from];
			if (label === NO_LABEL) return;
			const costDm = (label >> form.rankBits) + arcDm;
			offer(records, queue, form, { slot, costDm, rank: rankOf(form, label) });
		});
	}
	for (const seed of offered) offer(records, queue, form, seed);
	settle(records, queue, form);
	for (const slot of loweredSlots(queue)) affected.add(slot);
	return affected;
}

/** Clear the labels of these slots and of all that followed from them: the same facility, exactly an arc farther. */
function forget({ records, form }: Labels, doubtful: readonly number[]): Set<number> {
	const { arcs, label } = records;
	const affected = new Set<number>();
	const waiting: { slot: number; label: number }[] = [];
	const drop = (slot: number) => {
		if (label[slot] === NO_LABEL) return;
		affected.add(slot);
		waiting.push({ slot, label: label[slot] });
		label[slot] = NO_LABEL;
	};
	for (const slot of doubtful) drop(slot);
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		let arcDm = 0;
		for (let arc = 8 * next.slot; arcDm >= 0; arc += 2) {
			arcDm = arcs[arc + 1];
			const costDm = (next.label >> form.rankBits) + (arcDm & COST_MASK);
			if (costDm > form.limitDm) continue;
			const followed = (costDm << form.rankBits) | rankOf(form, next.label);
			if (label[arcs[arc]] === followed) drop(arcs[arc]);
		}
	}
	return affected;
}
