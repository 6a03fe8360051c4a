// Facilities of all plans on one base under one number each, by where they stand: the base's, then whatever plans put
// somewhere. One that a plan moves is closed under its old number and open under a new one.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { FacilityRecord } from "../../city/records.ts";
import { type Premises, premisesOf } from "../../coverage/premises.ts";
import type { Attachment } from "../../reach/attach.ts";
import { attachFacility } from "../../reach/attacher.ts";
import { attachmentAt } from "../../reach/attachments.ts";
import { PREMISES_SUM_CATEGORIES } from "../../standards/thresholds.ts";
import { once } from "../../steps.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { facilityKey } from "../facilitiesOf.ts";
import type { PlanState } from "../PlanState.ts";
import type { MeasureBase } from "./MeasureBase.ts";

/** The facilities that are open in a plan. */
export interface OpenFacilities {
	/** By number, as the plan has them; closed ones too. */
	readonly records: readonly FacilityRecord[];
	/** Numbers of the open ones, by category, then id: the order that decides ties. */
	readonly open: Int32Array;
	/** Place of each number in `open`; -1 when closed. */
	readonly place: Int32Array;
	/** Categories of which there is one at least. */
	readonly categories: readonly string[];
	/** Community service premises; facilities by number, operators left out. */
	readonly premises: () => readonly Premises[];
	/** Every facility of premises, with the place of its premises in the list; premises after premises. */
	readonly rooms: () => { readonly facility: Int32Array; readonly premises: Int32Array };
}

export class FacilityBook {
	/** The base's facilities, all open. */
	readonly base: OpenFacilities;
	/** Where each number stands. */
	private readonly places: FacilityRecord[];
	private readonly measureBase: MeasureBase;
	private readonly baseNumbers: ReadonlyMap<string, number>;
	private readonly newNumbers = new Map<string, number>();
	private readonly doorsOf: (readonly Attachment[])[] = [];
	private readonly known = new WeakMap<FacilityChanges, OpenFacilities>();

	constructor(base: MeasureBase) {
		this.measureBase = base;
		this.places = [...base.surveyed.city.facilities];
		const records = this.places.slice();
		this.base = openFacilities(records, inOrder(records, [...records.keys()]), null);
		this.baseNumbers = new Map(this.places.map((record, number) => [facilityKey(record), number]));
	}

	/** With a plan's changes. */
	changed(changes: FacilityChanges): OpenFacilities {
		if (changes.size === 0) return this.base;
		const known = this.known.get(changes);
		if (known !== undefined) return known;
		const gone = new Set<number>();
		for (const key of changes.keys()) gone.add(this.baseNumbers.get(key) ?? -1);
		const put = [...changes.values()].filter((record) => record !== null);
		const numbers = put.map((record) => this.numberOf(record));
		const records = this.places.slice();
		put.forEach((record, i) => {
			records[numbers[i]] = record;
		});
		const came = new Set(numbers);
		const stay = this.base.open.filter((number) => !gone.has(number) && !came.has(number));
		const open = merged(stay, inOrder(records, [...came]), records);
		const isOfPremises = [...gone, ...came].some((number) => isRoom(records[number]));
		const made = openFacilities(records, open, isOfPremises ? null : this.base);
		this.known.set(changes, made);
		return made;
	}

	/** Doors of a facility on the streets, attached when first asked for. */
	doors(number: number): readonly Attachment[] {
		this.doorsOf[number] ??=
			number < this.measureBase.surveyed.city.facilities.length
				? this.baseDoors(number)
				: this.newDoors(this.places[number]);
		return this.doorsOf[number];
	}

	/** Has it a door on the streets? */
	isAttached(number: number): boolean {
		return number < this.measureBase.surveyed.city.facilities.length
			? this.measureBase.surveyed.isAttached(number)
			: this.doors(number).some(({ edge }) => edge !== NO_EDGE);
	}

	private baseDoors(number: number): Attachment[] {
		const { doors, firstDoor } = this.measureBase.surveyed.attachments;
		return Array.from({ length: firstDoor[number + 1] - firstDoor[number] }, (_, i) =>
			attachmentAt(doors, firstDoor[number] + i),
		);
	}

	private newDoors({ entrances, lonLat }: FacilityRecord): Attachment[] {
		const attacher = this.measureBase.attacher();
		return (entrances.length === 0 ? [lonLat] : entrances).flatMap((place) =>
			attachFacility(attacher, place),
		);
	}

	/** Its base number while it stands where it stood: another operator or area makes no other walk. */
	private numberOf(record: FacilityRecord): number {
		const key = facilityKey(record);
		const standing = this.baseNumbers.get(key);
		const place = placeOf(record);
		if (standing !== undefined && placeOf(this.places[standing]) === place) return standing;
		const known = this.newNumbers.get(`${key} ${place}`);
		if (known !== undefined) return known;
		this.places.push(record);
		this.newNumbers.set(`${key} ${place}`, this.places.length - 1);
		return this.places.length - 1;
	}
}

/** Records added or changed, null for closed ones, by `facilityKey`. */
type FacilityChanges = PlanState["facilities"];

function placeOf({ lonLat, entrances }: FacilityRecord): string {
	return JSON.stringify([lonLat, entrances]);
}

/** By category, then id. */
function inOrder(records: readonly FacilityRecord[], numbers: number[]): Int32Array {
	return Int32Array.from(numbers.sort((a, b) => byCategoryAndId(records[a], records[b])));
}

function byCategoryAndId(a: FacilityRecord, b: FacilityRecord): number {
	return byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id);
}

/** Two lists in order as one. */
function merged(many: Int32Array, few: Int32Array, records: readonly FacilityRecord[]): Int32Array {
	const all = new Int32Array(many.length + few.length);
	let [from, at] = [0, 0];
	for (const number of few) {
		let [low, high] = [from, many.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (byCategoryAndId(records[many[middle]], records[number]) < 0) low = middle + 1;
			else high = middle;
		}
		all.set(many.subarray(from, low), at);
		at += low - from;
		all[at++] = number;
		from = low;
	}
	all.set(many.subarray(from), at);
	return all;
}

/** `samePremises`: facilities with the same premises; null where some of these differ from any. */
function openFacilities(
	records: readonly FacilityRecord[],
	open: Int32Array,
	samePremises: Pick<OpenFacilities, "premises" | "rooms"> | null,
): OpenFacilities {
	const place = new Int32Array(records.length).fill(-1);
	const categories: string[] = [];
	for (let i = 0; i < open.length; i++) {
		const { category } = records[open[i]];
		if (categories[categories.length - 1] !== category) categories.push(category);
		place[open[i]] = i;
	}
	const premises = samePremises?.premises ?? once(() => premisesByNumber(records, open));
	const rooms = samePremises?.rooms ?? once(() => roomsOf(premises()));
	return { records, open, place, categories, premises, rooms };
}

function roomsOf(premises: readonly Premises[]) {
	return {
		facility: Int32Array.from(premises.flatMap(({ facilities }) => facilities)),
		premises: Int32Array.from(premises.flatMap(({ facilities }, i) => facilities.map(() => i))),
	};
}

function isRoom(record: FacilityRecord | undefined): boolean {
	return record !== undefined && ROOMS.has(record.category);
}

const ROOMS: ReadonlySet<string> = new Set(PREMISES_SUM_CATEGORIES);

function premisesByNumber(records: readonly FacilityRecord[], open: Int32Array): Premises[] {
	const rooms = open.filter((number) => isRoom(records[number]));
	const facilities = Array.from(rooms, (number) => records[number]);
	const operators = facilities.map(() => ({ unit: undefined, isPresumed: false }));
	return premisesOf({ city: { facilities }, operators }).map((one) => ({
		...one,
		facilities: one.facilities.map((i) => rooms[i]),
	}));
}
