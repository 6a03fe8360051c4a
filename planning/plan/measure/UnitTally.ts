// Facilities and premises that count for each unit, kept up to date from one situation to the next: only facilities whose
// operator, or whose place's units, changed are counted again.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import type { Premises } from "../../coverage/premises.ts";
import { indicesByValue } from "../indicesByValue.ts";
import { type ByKind, byKind } from "./byKind.ts";
import type { Situation } from "./Situation.ts";

export class UnitTally {
	private last: Situation | null = null;
	/** Categories: a column of `counts` each; a row is a unit. */
	private names: readonly string[] = [];
	private counts = new Int32Array(0);
	/** By facility: its column, and the unit of each kind that it counts for; -1 for none. */
	private columnOf = new Uint8Array(0);
	private unitOf: Record<UnitKind, Int32Array> = byKind(() => new Int32Array(0));
	private readonly countsOf = new Map<number, Readonly<Record<string, number>>>();
	private readonly premisesOf = new Map<number, Premises[]>();

	/** Go on to another situation of the same book of units and facilities. */
	follow(next: Situation): void {
		const { last } = this;
		if (next === last) return;
		if (last === null || next.facilities.categories.some((name) => !this.names.includes(name)))
			this.begin(next);
		this.widen(next);
		if (next.facilities !== last?.facilities) this.premisesOf.clear();
		this.last = next;
		const isOther = last === null ? null : otherFacilities(last, next);
		for (let number = 0; number < next.facilities.place.length; number++)
			if (isOther === null || isOther(number)) this.count(number, last, next);
	}

	/** As `unitOfFacility`, by category: who operates it or lies above its operator, else the unit it lies in. */
	facilities(unit: number): Readonly<Record<string, number>> {
		const known = this.countsOf.get(unit);
		if (known !== undefined) return known;
		const found: Record<string, number> = {};
		const row = unit * this.names.length;
		for (let column = 0; column < this.names.length; column++)
			if (this.counts[row + column] > 0) found[this.names[column]] = this.counts[row + column];
		this.countsOf.set(unit, found);
		return found;
	}

	/** Premises that each of some units, or one beneath it, operates, each once. */
	premises(units: readonly number[]): (unit: number) => readonly Premises[] {
		const unknown = units.filter((unit) => !this.premisesOf.has(unit));
		for (const unit of unknown) this.premisesOf.set(unit, []);
		if (this.last !== null && unknown.length > 0) addPremises(this.last, unknown, this.premisesOf);
		return (unit) => this.premisesOf.get(unit) ?? [];
	}

	private begin({ facilities }: Situation): void {
		this.names = facilities.categories;
		this.counts = new Int32Array(0);
		this.columnOf = new Uint8Array(0);
		this.unitOf = byKind(() => new Int32Array(0));
		this.countsOf.clear();
	}

	/** Make room for units and facilities that were not there. */
	private widen({ units, facilities: { records, place } }: Situation): void {
		const size = units.length * this.names.length;
		if (this.counts.length < size) {
			const counts = new Int32Array(size);
			counts.set(this.counts);
			this.counts = counts;
		}
		const known = this.columnOf.length;
		if (known >= place.length) return;
		this.columnOf = Uint8Array.from(place, (_, i) => this.names.indexOf(records[i].category));
		this.unitOf = byKind((kind) => {
			const unitOf = new Int32Array(place.length).fill(-1);
			unitOf.set(this.unitOf[kind]);
			return unitOf;
		});
	}

	private count(number: number, last: Situation | null, next: Situation): void {
		const column = this.columnOf[number];
		for (const kind of UNIT_KINDS) {
			const unitOf = this.unitOf[kind];
			const [was, is] = [unitOf[number], countedIn(next, kind, number)];
			const over = operatorOver(next, kind, number);
			const overBefore = last === null ? over : operatorOver(last, kind, number);
			if (over !== overBefore) {
				this.premisesOf.delete(over);
				this.premisesOf.delete(overBefore);
			}
			if (was === is) continue;
			unitOf[number] = is;
			if (was >= 0) this.counts[was * this.names.length + column]--;
			if (is >= 0) this.counts[is * this.names.length + column]++;
			this.countsOf.delete(was);
			this.countsOf.delete(is);
		}
	}
}

function operatorOver({ operator, above }: Situation, kind: UnitKind, number: number): number {
	const by = operator[number] ?? -1;
	return by < 0 ? -1 : above[kind][by];
}

function countedIn(situation: Situation, kind: UnitKind, number: number): number {
	const { facilities, facilityCell, unitOfCell } = situation;
	if (facilities.place[number] < 0) return -1;
	const over = operatorOver(situation, kind, number);
	if (over >= 0) return over;
	const cell = facilityCell[number];
	return cell < 0 ? -1 : unitOfCell[kind][cell];
}

/** Tells facilities that may count for other units than before; null for all. */
function otherFacilities(last: Situation, next: Situation): ((number: number) => boolean) | null {
	const { operator, facilityCell } = next;
	if (last.facilities !== next.facilities || last.facilityCell !== facilityCell) return null;
	const isOtherUnit = differing(last.above, next.above, next.units.length);
	const isOtherCell = differing(last.unitOfCell, next.unitOfCell, next.homes.cellCount);
	return (number) =>
		operator[number] !== last.operator[number] ||
		(operator[number] >= 0 && isOtherUnit[operator[number]] === 1) ||
		(facilityCell[number] >= 0 && isOtherCell[facilityCell[number]] === 1);
}

function differing(one: ByKind, other: ByKind, count: number): Uint8Array {
	const isOther = new Uint8Array(count);
	for (const kind of UNIT_KINDS) {
		const [was, is] = [one[kind], other[kind]];
		if (was === is) continue;
		for (let i = 0; i < count; i++) if (was[i] !== is[i]) isOther[i] = 1;
	}
	return isOther;
}

/** Rooms by operator, by the operators of all facilities. */
const rooms = new WeakMap<Int32Array, (operator: number) => Int32Array>();

function roomsByOperator({ facilities, operator, units }: Situation) {
	const known = rooms.get(operator);
	if (known !== undefined) return known;
	const { facility } = facilities.rooms();
	const made = indicesByValue(
		facility.map((number) => operator[number]),
		units.length,
	);
	rooms.set(operator, made);
	return made;
}

/** One pass over the units, and the rooms of those that lie in the asked ones. */
function addPremises(
	situation: Situation,
	asked: readonly number[],
	premisesOf: ReadonlyMap<number, Premises[]>,
): void {
	const { facilities, above, units } = situation;
	const roomsOf = roomsByOperator(situation);
	const { premises } = facilities.rooms();
	const all = facilities.premises();
	const found = new Map(asked.map((unit) => [unit, new Set<number>()]));
	const isAsked = new Uint8Array(units.length);
	for (const unit of asked) isAsked[unit] = 1;
	for (const kind of UNIT_KINDS) {
		const over = above[kind];
		for (let by = 0; by < units.length; by++) {
			if (over[by] < 0 || isAsked[over[by]] === 0) continue;
			for (const room of roomsOf(by)) found.get(over[by])?.add(premises[room]);
		}
	}
	for (const [unit, ofUnit] of found)
		for (const one of Int32Array.from(ofUnit).sort()) premisesOf.get(unit)?.push(all[one]);
}
