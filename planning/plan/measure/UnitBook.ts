// Units of all plans on one base under one number each, so that arrays of two situations can be compared.
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../../city/records.ts";
import { FINEST_FIRST } from "../../city/unitTree.ts";
import type { PlanLayer, PlanUnit } from "../PlanBase.ts";
import { byKind } from "./byKind.ts";

/** A unit as measures see it: without shape, which is the merge of its cells. */
export interface MeasuredUnit
	extends Pick<
		UnitRecord,
		| "kind"
		| "code"
		| "name"
		| "parentCode"
		| "streetKind"
		| "zone"
		| "declaredResidents"
		| "declaredHouseholds"
	> {}

/** By number; null for one that is not there, or no more. */
export type UnitList = readonly (MeasuredUnit | null)[];

/** The units of one layer as they were asked for last. */
interface LayerUnits {
	readonly planned: readonly PlanUnit[];
	readonly numbers: Int32Array;
}

interface Edition {
	readonly record: MeasuredUnit;
	readonly edition: number;
}

interface Listed {
	readonly layers: Readonly<Record<UnitKind, LayerUnits>>;
	readonly list: UnitList;
}

/** Which record each unit of a list has, in numbers, so that lists are compared without looking at records; 0 for none. */
const editions = new WeakMap<UnitList, Int32Array>();

/** Numbers of units whose records are not the same object in two lists of one book, ascending. */
export function otherRecords(one: UnitList, other: UnitList): number[] {
	if (one === other) return [];
	const [was, is] = [editions.get(one), editions.get(other)];
	if (was === undefined || is === undefined) throw new Error("These are no lists of a book.");
	const [few, many] = was.length < is.length ? [was, is] : [is, was];
	const numbers: number[] = [];
	for (let unit = 0; unit < few.length; unit++) if (few[unit] !== many[unit]) numbers.push(unit);
	for (let unit = few.length; unit < many.length; unit++) if (many[unit] > 0) numbers.push(unit);
	return numbers;
}

/** Numbers begin with the base's units, by kind and code; new ones follow in the order they were first seen. */
export class UnitBook {
	private readonly numbers = byKind(() => new Map<string, number>());
	private readonly byKind = byKind((): number[] => []);
	/** Numbers of the units of a code, the finest kind first. */
	private readonly ofCode = new Map<string, number[]>();
	private readonly kinds: UnitKind[] = [];
	private readonly base: readonly UnitRecord[];
	private last: Listed | null = null;
	/** Records that were made, so that a plan that goes back to a unit goes back to its record. */
	private readonly known = new WeakMap<PlanUnit, Edition>();
	private edition = 0;

	/** `units`: the base's, by kind and code. */
	constructor(units: readonly UnitRecord[]) {
		this.base = units;
		for (const { kind, code } of units) this.number(kind, code);
	}

	/** The number of a unit; a new one when it was never seen. */
	number(kind: UnitKind, code: string): number {
		const known = this.numbers[kind].get(code);
		if (known !== undefined) return known;
		const number = this.kinds.push(kind) - 1;
		this.numbers[kind].set(code, number);
		this.byKind[kind].push(number);
		const finest = (one: number) => FINEST_FIRST.indexOf(this.kinds[one]);
		const ofCode = [...(this.ofCode.get(code) ?? []), number];
		this.ofCode.set(
			code,
			ofCode.sort((a, b) => finest(a) - finest(b)),
		);
		return number;
	}

	/** The unit of a code whose kind is not known, as `UnitTree.anyUnit`; -1 when none is there. */
	anyNumber(code: string | null, units: UnitList): number {
		const numbers = code === null ? undefined : this.ofCode.get(code);
		if (numbers !== undefined)
			for (const number of numbers) if (units[number] !== null) return number;
		return -1;
	}

	/** Numbers of all units of a kind that were ever seen, ascending. */
	ofKind(kind: UnitKind): readonly number[] {
		return this.byKind[kind];
	}

	/** Numbers of the units of a layer. */
	numbersOf(kind: UnitKind, layer: PlanLayer): Int32Array {
		return this.unitsOf(kind, layer.units).numbers;
	}

	/** All units that are there: the same list as the last time, or the same records, where nothing changed. */
	listOf(layers: Readonly<Record<UnitKind, PlanLayer>>): UnitList {
		const { last } = this;
		const found = byKind((kind) => this.unitsOf(kind, layers[kind].units));
		const changed = UNIT_KINDS.filter((kind) => found[kind] !== last?.layers[kind]);
		if (last !== null && changed.length === 0) return last.list;
		const list: (MeasuredUnit | null)[] = last === null ? [] : last.list.slice();
		while (list.length < this.kinds.length) list.push(null);
		const edition = new Int32Array(list.length);
		if (last !== null) edition.set(editions.get(last.list) ?? []);
		for (const kind of changed)
			this.relist(kind, last?.layers[kind] ?? NO_UNITS, found[kind], { list, edition });
		editions.set(list, edition);
		this.last = { layers: found, list };
		return list;
	}

	/** Write the records of one layer that are others than before. */
	private relist(
		kind: UnitKind,
		was: LayerUnits,
		is: LayerUnits,
		{ list, edition }: { readonly list: (MeasuredUnit | null)[]; readonly edition: Int32Array },
	): void {
		const others: number[] = [];
		for (let i = 0; i < Math.max(was.planned.length, is.planned.length); i++)
			if (was.planned[i] !== is.planned[i]) others.push(i);
		for (const i of others) {
			if (i >= was.planned.length) continue;
			list[was.numbers[i]] = null;
			edition[was.numbers[i]] = 0;
		}
		for (const i of others) {
			if (i >= is.planned.length || is.planned[i].isDissolved) continue;
			const known = this.known.get(is.planned[i]);
			const made = known ?? {
				record: this.recordOf(kind, is.planned[i], is.numbers[i]),
				edition: ++this.edition,
			};
			this.known.set(is.planned[i], made);
			list[is.numbers[i]] = made.record;
			edition[is.numbers[i]] = made.edition;
		}
	}

	/** Numbers are the same array where no unit came or went since the last time. */
	private unitsOf(kind: UnitKind, planned: readonly PlanUnit[]): LayerUnits {
		const last = this.last?.layers[kind];
		if (last?.planned === planned) return last;
		let numbers = last?.numbers.length === planned.length ? last.numbers : null;
		for (let i = 0; i < planned.length && numbers !== null; i++)
			if (last?.planned[i] !== planned[i] && this.number(kind, planned[i].code) !== numbers[i])
				numbers = null;
		numbers ??= Int32Array.from(planned, ({ code }) => this.number(kind, code));
		return { planned, numbers };
	}

	private recordOf(kind: UnitKind, planned: PlanUnit, number: number): MeasuredUnit {
		const { code, name, parentCode, streetKind, zone } = planned;
		const known = this.base[number];
		return {
			...{ kind, code, name, parentCode, streetKind, zone },
			declaredResidents: known?.declaredResidents ?? null,
			declaredHouseholds: known?.declaredHouseholds ?? null,
		};
	}
}

const NO_UNITS: LayerUnits = { planned: [], numbers: new Int32Array(0) };
