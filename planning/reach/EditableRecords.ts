// Search records whose arcs can be shut, opened and added, for what-if: a copy, so that other searches see the streets as they are.
import type { Streets } from "./ends.ts";
import {
	arcsOfEdges,
	costAt,
	eachArc,
	FAR_ARC,
	FAR_MASK,
	LAST_ARC,
	NO_LABEL,
	type Records,
	SHUT_DM,
} from "./records.ts";

/** An arc of the records: searches go from slot `from` to slot `to`, people walk the other way. */
export interface Arc {
	readonly from: number;
	readonly to: number;
	/** Where it stands in `arcs`, as of its making; see `EditableRecords.costDm`. */
	readonly place: number;
}

const SPARE_SLOTS = 1024;

export class EditableRecords implements Records {
	arcs: Int32Array;
	far: Int32Array;
	label: Int32Array;
	readonly slotOf: Int32Array;
	nodeOf: Int32Array;
	readonly mostArcs: number;
	/** None: every arc is searched. */
	readonly blind = new Int32Array(0);
	private readonly streets: Streets;
	private readonly arcOfEdge: Int32Array;
	private slotCount: number;
	private farCount: number;
	private readonly freeSlots: number[] = [];
	/** Arcs added at a slot and removed again, to be used anew. */
	private readonly freeArcs = new Map<number, number[]>();
	/** Added arcs by the slot they lead to; place -1 for the free step from a full slot to its extension. */
	private readonly addedInto = new Map<number, Arc[]>();
	private readonly extensionOf = new Map<number, number>();
	/** An arc that made room for the step to an extension stands elsewhere since. */
	private readonly movedTo = new Map<number, number>();

	constructor(streets: Streets) {
		const { arcs, far, slotOf, nodeOf, mostArcs, blind } = streets.records;
		this.streets = streets;
		this.slotCount = nodeOf.length;
		this.arcs = new Int32Array(4 * (this.slotCount + SPARE_SLOTS));
		this.arcs.set(arcs);
		for (const place of blind) {
			// a link may end at a dead end
			this.arcs[place - 1] &= ~LAST_ARC;
			this.arcs[place] |= LAST_ARC;
		}
		this.farCount = far.length;
		this.far = new Int32Array(far.length + 2 * SPARE_SLOTS);
		this.far.set(far);
		this.label = new Int32Array(this.slotCount + SPARE_SLOTS).fill(NO_LABEL);
		this.nodeOf = new Int32Array(this.slotCount + SPARE_SLOTS).fill(-1);
		this.nodeOf.set(nodeOf);
		this.slotOf = slotOf;
		this.mostArcs = 4 * Math.ceil(mostArcs / 4);
		this.arcOfEdge = arcsOfEdges(streets);
	}

	/** The arc of an edge, or null where this profile may not walk it. */
	ofEdge(edge: number): Arc | null {
		const place = this.arcOfEdge[edge];
		if (place < 0) return null;
		const { graph, edgeTail } = this.streets;
		return { from: this.slotOf[graph.edgeHead[edge]], to: this.slotOf[edgeTail[edge]], place };
	}

	costDm({ place }: Arc): number {
		return place < 0 ? 0 : costAt(this, this.now(place));
	}

	/** `SHUT_DM` shuts it. */
	setCost({ place, to }: Arc, costDm: number): void {
		this.setArc(this.now(place), to, costDm);
	}

	/** A slot of its own, without arcs. */
	addSlot(): number {
		const slot = this.freeSlots.pop() ?? this.slotCount++;
		if (4 * this.slotCount > this.arcs.length) this.makeRoom();
		this.arcs[4 * slot] = LAST_ARC;
		this.setArc(4 * slot, slot, SHUT_DM);
		return slot;
	}

	/** Give back a slot whose arcs were all removed. */
	removeSlot(slot: number): void {
		this.label[slot] = NO_LABEL;
		this.freeArcs.delete(slot);
		// places of an extended slot mean its extension for good
		if (!this.extensionOf.has(slot)) this.freeSlots.push(slot);
	}

	addArc(from: number, to: number, costDm: number): Arc {
		const place = this.freeArcs.get(from)?.pop() ?? this.append(from);
		const arc = { from, to, place };
		this.setCost(arc, costDm);
		pushTo(this.addedInto, to, arc);
		return arc;
	}

	removeArc(arc: Arc): void {
		this.setCost(arc, SHUT_DM);
		const into = (this.addedInto.get(arc.to) ?? []).filter((one) => one !== arc);
		if (into.length > 0) this.addedInto.set(arc.to, into);
		else this.addedInto.delete(arc.to);
		pushTo(this.freeArcs, arc.from, arc.place);
	}

	/** All arcs that lead to a slot, shut ones included: the slot they come from and their cost. */
	eachInto(slot: number, visit: (from: number, costDm: number) => void): void {
		const { graph } = this.streets;
		const node = this.nodeOf[slot];
		if (node >= 0)
			for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
				const place = this.arcOfEdge[edge];
				if (place < 0) continue;
				visit(this.slotOf[graph.edgeHead[edge]], costAt(this, this.now(place)));
			}
		for (const arc of this.addedInto.get(slot) ?? []) visit(arc.from, this.costDm(arc));
	}

	/** Place for one more arc at a slot. */
	private append(slot: number): number {
		const extended = this.extensionOf.get(slot);
		if (extended !== undefined) return this.append(extended);
		let last = 4 * slot;
		while (this.arcs[last] >= 0) last++;
		if ((last & 3) !== 3) {
			this.arcs[last] &= ~LAST_ARC;
			this.arcs[last + 1] = LAST_ARC;
			return last + 1;
		}
		// full: the last arc moves to an extension, which is a free step away and so has the same label
		const extension = this.addSlot();
		let tail = slot;
		eachArc(this, slot, (one) => {
			tail = one;
		});
		this.setArc(4 * extension, tail, costAt(this, last));
		this.extensionOf.set(slot, extension);
		this.movedTo.set(last, 4 * extension);
		this.setArc(last, extension, 0);
		this.label[extension] = this.label[slot];
		pushTo(this.addedInto, extension, { from: slot, to: extension, place: -1 });
		return this.append(extension);
	}

	/** Edited arcs stand in `far`, whatever their length. */
	private setArc(place: number, to: number, costDm: number): void {
		if ((this.arcs[place] & FAR_ARC) === 0) {
			if (this.farCount === this.far.length) {
				const far = this.far;
				this.far = new Int32Array(2 * far.length);
				this.far.set(far);
			}
			this.arcs[place] = (this.arcs[place] & LAST_ARC) | FAR_ARC | this.farCount;
			this.farCount += 2;
		}
		this.far[this.arcs[place] & FAR_MASK] = to;
		this.far[(this.arcs[place] & FAR_MASK) + 1] = costDm;
	}

	private now(place: number): number {
		let now = place;
		for (let next = this.movedTo.get(now); next !== undefined; next = this.movedTo.get(now))
			now = next;
		return now;
	}

	private makeRoom(): void {
		const slots = this.label.length + Math.max(SPARE_SLOTS, this.label.length >> 3);
		const [arcs, label, nodeOf] = [this.arcs, this.label, this.nodeOf];
		this.arcs = new Int32Array(4 * slots);
		this.arcs.set(arcs);
		this.label = new Int32Array(slots).fill(NO_LABEL);
		this.label.set(label);
		this.nodeOf = new Int32Array(slots).fill(-1);
		this.nodeOf.set(nodeOf);
	}
}

function pushTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}
