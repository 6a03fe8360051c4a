// Labels put right after a change of doors or arcs, touching only what the change can reach.
// Method: G. Ramalingam and T. Reps, 1996, for deletions: forget every label that may have rested on what is gone, offer
// again what the rest can give, search on. Forgetting too much is safe.
import type { EditableRecords } from "./EditableRecords.ts";
import { eachArc, NO_LABEL } from "./records.ts";
import { type LabelForm, rankOf, type Seed, searchFrom } from "./settle.ts";

export interface Labels {
	readonly records: EditableRecords;
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
	const { records, form, seedsAt } = labels;
	const affected = forget(labels, doubtful);
	const seeds = [...offered];
	for (const slot of affected) {
		seeds.push(...(seedsAt.get(slot) ?? []));
		records.eachInto(slot, (from, arcDm) => {
			const label = records.label[from];
			if (label === NO_LABEL) return;
			const costDm = (label >> form.rankBits) + arcDm;
			seeds.push({ slot, costDm, rank: rankOf(form, label) });
		});
	}
	searchFrom(records, form, seeds, affected);
	return affected;
}

/** Clear the labels of these slots and of all that followed from them: the same facility, exactly an arc farther. */
function forget({ records, form }: Labels, doubtful: readonly number[]): Set<number> {
	const { label } = records;
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
		const { label: gone } = next;
		eachArc(records, next.slot, (tail, arcDm) => {
			const costDm = (gone >> form.rankBits) + arcDm;
			if (costDm > form.limitDm) return;
			if (label[tail] === ((costDm << form.rankBits) | rankOf(form, gone))) drop(tail);
		});
	}
	return affected;
}
