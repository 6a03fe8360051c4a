// Search records whose arcs can be shut, opened and added, for what-if: a copy, so that other searches see the streets as they are.
import type { Streets } from "./ends.ts";
import { arcsOfEdges, COST_MASK, LAST_ARC, NO_LABEL, type Records, SHUT_DM } from "./records.ts";

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
	label: Int32Array;
	readonly slotOf: Int32Array;
	nodeOf: Int32Array;
	readonly mostArcs: number;
	private readonly streets: Streets;
	private readonly arcOfEdge: Int32Array;
	private slotCount: number;
	private readonly freeSlots: number[] = [];
	/** Arcs added at a slot and removed again, to be used anew. */
	private readonly freeArcs = new Map<number, number[]>();
	/** Added arcs by the slot they lead to; place -1 for the free step from a full slot to its extension. */
	private readonly addedInto = new Map<number, Arc[]>();
	private readonly extensionOf = new Map<number, number>();
	/** An arc that made room for the step to an extension stands elsewhere since. */
	private readonly movedTo = new Map<number, number>();

	constructor(streets: Streets) {
		const { arcs, slotOf, nodeOf, mostArcs } = streets.records;
		this.streets = streets;
		this.slotCount = nodeOf.length;
		this.arcs = new Int32Array(8 * (this.slotCount + SPARE_SLOTS));
		this.arcs.set(arcs);
		this.label = new Int32Array(this.slotCount + SPARE_SLOTS).fill(NO_LABEL);
		this.nodeOf = new Int32Array(this.slotCount + SPARE_SLOTS).fill(-1);
		this.nodeOf.set(nodeOf);
		this.slotOf = slotOf;
		this.mostArcs = 4 * Math.ceil(mostArcs / 4);
		this.arcOfEdge = arcsOfEdges(streets.graph, streets.profile, streets.records);
	}

	/** The arc of an edge, or null where this profile may not walk it. */
	ofEdge(edge: number): Arc | null {
		const place = this.arcOfEdge[edge];
		if (place < 0) return null;
		const { graph, edgeTail } = this.streets;
		return { from: this.slotOf[graph.edgeHead[edge]], to: this.slotOf[edgeTail[edge]], place };
	}

	costDm({ place }: Arc): number {
		return place < 0 ? 0 : this.arcs[this.now(place) + 1] & COST_MASK;
	}

	/** `SHUT_DM` shuts it. */
	setCost({ place }: Arc, costDm: number): void {
		const cost = this.now(place) + 1;
		this.arcs[cost] = costDm | (this.arcs[cost] & LAST_ARC);
	}

	/** A slot of its own, without arcs. */
	addSlot(): number {
		const slot = this.freeSlots.pop() ?? this.slotCount++;
		if (8 * this.slotCount > this.arcs.length) this.makeRoom();
		this.arcs[8 * slot] = slot;
		this.arcs[8 * slot + 1] = SHUT_DM | LAST_ARC;
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
		this.arcs[this.now(place)] = to;
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
				visit(this.slotOf[graph.edgeHead[edge]], this.arcs[this.now(place) + 1] & COST_MASK);
			}
		for (const arc of this.addedInto.get(slot) ?? []) visit(arc.from, this.costDm(arc));
	}

	/** Place for one more arc at a slot. */
	private append(slot: number): number {
		const extended = this.extensionOf.get(slot);
		if (extended !== undefined) return this.append(extended);
		let last = 8 * slot;
		while (this.arcs[last + 1] >= 0) last += 2;
		if ((last & 7) !== 6) {
			this.arcs[last + 1] &= COST_MASK;
			this.arcs[last + 3] = SHUT_DM | LAST_ARC;
			return last + 2;
		}
		// full: the last arc moves to an extension, which is a free step away and so has the same label
		const extension = this.addSlot();
		this.arcs[8 * extension] = this.arcs[last];
		this.arcs[8 * extension + 1] = this.arcs[last + 1];
		this.extensionOf.set(slot, extension);
		this.movedTo.set(last, 8 * extension);
		this.arcs[last] = extension;
		this.arcs[last + 1] = LAST_ARC;
		this.label[extension] = this.label[slot];
		pushTo(this.addedInto, extension, { from: slot, to: extension, place: -1 });
		return this.append(extension);
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
		this.arcs = new Int32Array(8 * slots);
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
