// Units of all plans on one base under one number each, so that arrays of two situations can be compared.
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../../city/records.ts";
import { FINEST_FIRST } from "../../city/unitTree.ts";
import type { PlanLayer, PlanUnit } from "../PlanBase.ts";
import { byKind } from "./unitsAbove.ts";

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
	readonly records: readonly MeasuredUnit[];
}

/** Numbers begin with the base's units, by kind and code; new ones follow in the order they were first seen. */
export class UnitBook {
	private readonly numbers = byKind(() => new Map<string, number>());
	/** Numbers of the units of a code, the finest kind first. */
	private readonly ofCode = new Map<string, number[]>();
	private readonly kinds: UnitKind[] = [];
	private readonly base: readonly UnitRecord[];
	private readonly layers: Partial<Record<UnitKind, LayerUnits>> = {};

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

	/** Numbers of all units of a kind that were ever seen. */
	ofKind(kind: UnitKind): readonly number[] {
		return [...this.numbers[kind].values()];
	}

	/** Numbers of the units of a layer. */
	numbersOf(kind: UnitKind, layer: PlanLayer): Int32Array {
		return this.unitsOf(kind, layer.units).numbers;
	}

	/** All units that are there. */
	listOf(layers: Readonly<Record<UnitKind, PlanLayer>>): UnitList {
		const found = UNIT_KINDS.map((kind) => this.unitsOf(kind, layers[kind].units));
		const list = new Array<MeasuredUnit | null>(this.kinds.length).fill(null);
		for (const { planned, numbers, records } of found)
			for (let i = 0; i < records.length; i++)
				if (!planned[i].isDissolved) list[numbers[i]] = records[i];
		return list;
	}

	/** Records that did not change since the last time are the same objects. */
	private unitsOf(kind: UnitKind, planned: readonly PlanUnit[]): LayerUnits {
		const last = this.layers[kind];
		if (last?.planned === planned) return last;
		const numbers = new Int32Array(planned.length);
		const records: MeasuredUnit[] = [];
		for (let i = 0; i < planned.length; i++) {
			const isSame = last !== undefined && last.planned[i] === planned[i];
			numbers[i] = isSame ? last.numbers[i] : this.number(kind, planned[i].code);
			records.push(isSame ? last.records[i] : this.recordOf(kind, planned[i], numbers[i]));
		}
		const made = { planned, numbers, records };
		this.layers[kind] = made;
		return made;
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
