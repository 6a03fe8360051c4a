// What if a facility came, moved or went, or a link opened or closed: walk times at once, equal to a full search.
import type { Attachment } from "./attach.ts";
import { DoorBook, type Point } from "./DoorBook.ts";
import { EditableRecords } from "./EditableRecords.ts";
import { type Change, HomeTimes } from "./HomeTimes.ts";
import { mustBeOn, type NewLink } from "./links.ts";
import type { Reach, Times } from "./reach.ts";
import { SHUT_DM } from "./records.ts";
import { type Labels, repair, type Seed } from "./repair.ts";
import { type Effects, StreetEdits } from "./StreetEdits.ts";
import { createQueue, offer, rankBitsFor, settle } from "./settle.ts";

/**
 * Nearest of these facilities (indices of `reach.facilities`) at one limit, ready to be edited. Keeps a copy of the
 * search's memory: about 70 bytes per street node. A facility's number decides ties, the smaller wins; it must be below
 * 2³¹ ÷ (limitDm + 1) rounded down to a power of two. `reach` itself is not changed.
 */
export function createWhatIf(reach: Reach, facilities: Iterable<number>, limitDm: number): WhatIf {
	return new WhatIf(reach, facilities, limitDm);
}

export class WhatIf {
	private readonly reach: Reach;
	private readonly labels: Labels;
	private readonly doors: DoorBook;
	private readonly streets: StreetEdits;
	private readonly homes: HomeTimes;
	private readonly pointsOn = new Map<number, Point[]>();
	/** What takes back each edit, the last one last. */
	private readonly done: (() => Change)[] = [];
	private nextLink = 0;

	constructor(reach: Reach, facilities: Iterable<number>, limitDm: number) {
		this.reach = reach;
		const limit = Math.min(limitDm, SHUT_DM - 1);
		const form = { limitDm: limit, rankBits: rankBitsFor(limit), base: 0 };
		const records = new EditableRecords(reach);
		this.doors = new DoorBook(reach, this.pointsOn);
		this.labels = { records, queue: createQueue(), form, seedsAt: this.doors.seedsAt };
		this.streets = new StreetEdits(reach, this.labels, this.doors, this.pointsOn);
		for (const facility of facilities)
			for (const seed of this.doors.add(this.ranked(facility), reach.facilities[facility]))
				offer(records, this.labels.queue, form, seed);
		settle(records, this.labels.queue, form);
		const { doors, pointsOn } = this;
		this.homes = new HomeTimes({
			streets: reach,
			homes: reach.homes,
			records,
			form,
			doors,
			pointsOn,
		});
		this.homes.fill();
	}

	/** Walk times as they now are, per residence; live arrays, to be read only. */
	get times(): Times {
		return this.homes;
	}

	/** A new facility under a number not in use. Added ones usually follow the existing ones, and so lose ties to them. */
	addFacility(facility: number, attachments: readonly Attachment[]): Change {
		if (this.doors.attachments(facility) !== undefined)
			throw new Error(`Facility ${facility} is there already.`);
		const ranked = this.ranked(facility);
		this.done.push(() => this.replace(ranked, null));
		return this.replace(ranked, attachments);
	}

	moveFacility(facility: number, attachments: readonly Attachment[]): Change {
		const before = this.mustHave(facility);
		this.done.push(() => this.replace(facility, before));
		return this.replace(facility, attachments);
	}

	closeFacility(facility: number): Change {
		const before = this.mustHave(facility);
		this.done.push(() => this.replace(facility, before));
		return this.replace(facility, null);
	}

	/**
	 * Nobody walks through this edge any more, either way; of a private way both copies are closed. It becomes like a
	 * private way: who lives on it still leaves by both ends, and its doors are still reached.
	 */
	closeLink(edge: number): Change {
		mustBeOn(this.reach.graph, { from: { edge, offsetDm: 0 } });
		if (this.streets.isClosed(edge)) throw new Error(`Edge ${edge} is closed already.`);
		this.done.push(() => this.commit(this.streets.reopen(edge)));
		return this.commit(this.streets.close(edge));
	}

	reopenLink(edge: number): Change {
		if (!this.streets.isClosed(edge)) throw new Error(`Edge ${edge} is not closed.`);
		this.done.push(() => this.commit(this.streets.close(edge)));
		return this.commit(this.streets.reopen(edge));
	}

	/** Something new to walk on; residences and doors keep the edges they are attached to. */
	openLink(link: NewLink): Change & { readonly link: number } {
		mustBeOn(this.reach.graph, link);
		const id = this.nextLink++;
		this.done.push(() => this.remove(id));
		return { ...this.commit(this.streets.add(id, link)), link: id };
	}

	/** Take away a link that `openLink` made. */
	removeLink(id: number): Change {
		const link = this.streets.linkOf(id);
		if (link === undefined) throw new Error(`There is no new link ${id}.`);
		this.done.push(() => this.commit(this.streets.add(id, link)));
		return this.remove(id);
	}

	/** Take back the last edit not yet taken back; null when there is none. */
	undo(): Change | null {
		return this.done.pop()?.() ?? null;
	}

	private replace(facility: number, attachments: readonly Attachment[] | null): Change {
		const edges = new Set<number>();
		for (const { edge } of this.doors.attachments(facility) ?? []) edges.add(edge);
		const gone = this.doors.remove(facility);
		const offered = attachments === null ? [] : this.doors.add(facility, attachments);
		for (const { edge } of attachments ?? []) edges.add(edge);
		const doubtful = gone.filter((seed) => this.carries(seed)).map(({ slot }) => slot);
		return this.commit({ doubtful, offered }, edges);
	}

	private remove(id: number): Change {
		const { forget, ...effects } = this.streets.remove(id);
		const change = this.commit(effects);
		forget();
		return change;
	}

	/** Put labels right, then the times of whoever rests on them or lives on an edge with a changed door. */
	private commit({ doubtful, offered }: Effects, edges: Iterable<number> = []): Change {
		const slots = repair(this.labels, doubtful, offered);
		const edgeOf = new Map<number, number>();
		for (const points of this.pointsOn.values())
			for (const { slot, edge } of points) edgeOf.set(slot, edge);
		const rows = this.homes.rowsAt(slots, edgeOf);
		for (const edge of edges) for (const row of this.homes.rowsOn(edge)) rows.add(row);
		return this.homes.update(rows);
	}

	private carries({ slot, costDm, rank }: Seed): boolean {
		const { form, records } = this.labels;
		return costDm <= form.limitDm && records.label[slot] === ((costDm << form.rankBits) | rank);
	}

	private mustHave(facility: number): readonly Attachment[] {
		const attachments = this.doors.attachments(facility);
		if (attachments === undefined) throw new Error(`There is no facility ${facility}.`);
		return attachments;
	}

	private ranked(facility: number): number {
		const { limitDm, rankBits } = this.labels.form;
		if (!Number.isInteger(facility) || facility < 0 || facility >= 2 ** rankBits)
			throw new Error(
				`Facility ${facility} is no whole number below ${2 ** rankBits}, all that ${limitDm} dm leave room for.`,
			);
		return facility;
	}
}
