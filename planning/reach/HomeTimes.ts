// Walk times of residences kept beside labels that change: which residences a slot concerns, and each one's best.
import type { DoorBook, Point } from "./DoorBook.ts";
import type { EditableRecords } from "./EditableRecords.ts";
import { alongDm, betweenDm, type Streets } from "./ends.ts";
import { firstRowOf, type Homes } from "./homes.ts";
import { NO_LABEL } from "./records.ts";
import { type LabelForm, rankOf } from "./settle.ts";

/** What an edit did to residences, in the order of their numbers; only those whose time or facility changed. */
export interface Change {
	readonly residence: Uint32Array;
	/** Before and after, in decimetres of level walking; 2³² − 1 beyond the limit, where the facility is -1. */
	readonly beforeDm: Uint32Array;
	readonly afterDm: Uint32Array;
	readonly beforeFacility: Int32Array;
	readonly afterFacility: Int32Array;
}

interface Setting {
	readonly streets: Streets;
	readonly homes: Homes;
	readonly records: EditableRecords;
	readonly form: LabelForm;
	readonly doors: DoorBook;
	readonly pointsOn: ReadonlyMap<number, readonly Point[]>;
}

const UNREACHED_DM = 0xffff_ffff;

export class HomeTimes {
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
	private readonly setting: Setting;
	/** Rows of `homes` with an end at each slot: `rowAt[first[s]] … rowAt[first[s + 1] − 1]`. */
	private readonly first: Uint32Array;
	private readonly rowAt: Uint32Array;

	constructor(setting: Setting) {
		this.setting = setting;
		const { ends, row } = setting.homes;
		this.costDm = new Uint32Array(row.length).fill(UNREACHED_DM);
		this.facility = new Int32Array(row.length).fill(-1);
		const slotCount = setting.streets.records.nodeOf.length;
		this.first = new Uint32Array(slotCount + 1);
		for (const slots of [ends.tailSlot, ends.headSlot])
			for (const slot of slots) this.first[slot + 1]++;
		for (let slot = 0; slot < slotCount; slot++) this.first[slot + 1] += this.first[slot];
		const next = this.first.slice();
		this.rowAt = new Uint32Array(2 * ends.edge.length);
		for (const slots of [ends.tailSlot, ends.headSlot])
			slots.forEach((slot, home) => {
				this.rowAt[next[slot]++] = home;
			});
	}

	/** Calculate all of them. */
	fill(): void {
		this.update(this.setting.homes.residence.keys());
	}

	/** Rows of the residences whose time rests on the labels of these slots. */
	rowsAt(slots: Iterable<number>, pointEdge: ReadonlyMap<number, number>): Set<number> {
		const rows = new Set<number>();
		for (const slot of slots) {
			const edge = pointEdge.get(slot);
			if (edge !== undefined) for (const row of this.rowsOn(edge)) rows.add(row);
			if (slot + 1 < this.first.length)
				for (let i = this.first[slot]; i < this.first[slot + 1]; i++) rows.add(this.rowAt[i]);
		}
		return rows;
	}

	/** Rows of the residences on an edge. */
	*rowsOn(edge: number): Iterable<number> {
		const { homes } = this.setting;
		for (let row = firstRowOf(homes, edge); homes.ends.edge[row] === edge; row++) yield row;
	}

	/** Calculate these rows again and say which changed. */
	update(rows: Iterable<number>): Change {
		const { homes, form } = this.setting;
		const changed: [residence: number, dm: number, facility: number][] = [];
		for (const row of rows) {
			const label = this.bestOf(row);
			const dm = label === NO_LABEL ? UNREACHED_DM : label >> form.rankBits;
			const facility = label === NO_LABEL ? -1 : rankOf(form, label);
			const residence = homes.residence[row];
			if (dm === this.costDm[residence] && facility === this.facility[residence]) continue;
			changed.push([residence, this.costDm[residence], this.facility[residence]]);
			this.costDm[residence] = dm;
			this.facility[residence] = facility;
		}
		changed.sort((a, b) => a[0] - b[0]);
		const residence = Uint32Array.from(changed, ([one]) => one);
		return {
			residence,
			beforeDm: Uint32Array.from(changed, ([, dm]) => dm),
			afterDm: Uint32Array.from(residence, (one) => this.costDm[one]),
			beforeFacility: Int32Array.from(changed, ([, , facility]) => facility),
			afterFacility: Int32Array.from(residence, (one) => this.facility[one]),
		};
	}

	/** The lowest label by either end of the edge, by a new link's point on it, or straight to a door on it. */
	private bestOf(row: number): number {
		const { streets, homes, records, form, doors, pointsOn } = this.setting;
		const { ends } = homes;
		const edge = ends.edge[row];
		let best = Math.min(
			this.by(records.label[ends.tailSlot[row]], ends.tailDm[row]),
			this.by(records.label[ends.headSlot[row]], ends.headDm[row]),
		);
		for (const { slot, offsetDm } of pointsOn.get(edge) ?? []) {
			const partDm = betweenDm(streets, edge, ends.offsetDm[row], offsetDm);
			best = Math.min(best, this.by(records.label[slot], ends.connectorDm[row] + partDm));
		}
		for (const door of doors.onEdge(edge)) {
			const dm = alongDm(streets, ends, row, door.ends, door.row);
			if (dm <= form.limitDm) best = Math.min(best, (dm << form.rankBits) | door.facility);
		}
		return best;
	}

	private by(label: number, partDm: number): number {
		const { limitDm, rankBits } = this.setting.form;
		if (label === NO_LABEL) return NO_LABEL;
		const dm = (label >> rankBits) + partDm;
		return dm <= limitDm ? (dm << rankBits) | rankOf(this.setting.form, label) : NO_LABEL;
	}
}
