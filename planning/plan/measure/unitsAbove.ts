// The unit of each coarser kind that every unit lies in, in numbers: what `UnitTree.within` says, for all units at once,
// and again for those that changed only.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import { COARSER } from "../../city/unitTree.ts";
import type { UnitBook, UnitList } from "./UnitBook.ts";

export type ByKind = Readonly<Record<UnitKind, Int32Array>>;

/** A value per kind of unit. */
export function byKind<T>(of: (kind: UnitKind) => T): Record<UnitKind, T> {
	return Object.fromEntries(UNIT_KINDS.map((kind) => [kind, of(kind)])) as Record<UnitKind, T>;
}

/** Units, the cells they have, and what follows from both. */
export interface Above {
	readonly units: UnitList;
	readonly unitOfCell: ByKind;
	/** By kind, then unit: the number of the unit of that kind it lies in (itself when it is of that kind); -1 for none. */
	readonly above: ByKind;
}

/** What lies above every unit; `last` is any earlier answer of the same book, to start from. */
export function unitsAbove(
	book: UnitBook,
	units: UnitList,
	unitOfCell: ByKind,
	last: Above | null,
): Above {
	const above = byKind((kind) => {
		const numbers = new Int32Array(units.length).fill(-1);
		if (last !== null) numbers.set(last.above[kind]);
		return numbers;
	});
	const changed = last === null ? units.keys() : changedUnits(units, unitOfCell, last);
	const open = byKind((): [unit: number, kind: UnitKind][] => []);
	for (const number of changed) {
		for (const kind of UNIT_KINDS) above[kind][number] = -1;
		const unit = units[number];
		if (unit === null) continue;
		above[unit.kind][number] = number;
		for (const kind of COARSER[unit.kind]) {
			above[kind][number] = parentOfKind(book, units, number, kind);
			if (above[kind][number] < 0) open[unit.kind].push([number, kind]);
		}
	}
	for (const kind of UNIT_KINDS) {
		if (open[kind].length === 0) continue;
		const cellsOf = cellsByUnit(unitOfCell[kind], units.length);
		for (const [unit, coarser] of open[kind])
			above[coarser][unit] = mostOf(cellsOf(unit), unitOfCell[coarser], units);
	}
	return { units, unitOfCell, above };
}

/** Units whose record or cells changed, or all of them where one changed that others may lie in. */
function changedUnits(units: UnitList, unitOfCell: ByKind, last: Above): Iterable<number> {
	const changed = new Set<number>();
	for (let number = 0; number < units.length; number++) {
		if (units[number] === last.units[number]) continue;
		const kind = units[number]?.kind;
		if (kind !== "committee" || last.units[number]?.kind !== kind) return units.keys();
		changed.add(number);
	}
	const cells = unitOfCell.committee.length;
	if (last.unitOfCell.committee.length !== cells) return units.keys();
	for (const kind of UNIT_KINDS) {
		const [was, is] = [last.unitOfCell[kind], unitOfCell[kind]];
		if (was === is) continue;
		for (let cell = 0; cell < cells; cell++) {
			if (was[cell] === is[cell]) continue;
			for (const other of UNIT_KINDS) {
				changed.add(last.unitOfCell[other][cell]);
				changed.add(unitOfCell[other][cell]);
			}
		}
	}
	changed.delete(-1);
	return changed;
}

function parentOfKind(book: UnitBook, units: UnitList, unit: number, kind: UnitKind): number {
	let code = units[unit]?.parentCode ?? null;
	for (let steps = 0; code !== null && steps < UNIT_KINDS.length; steps++) {
		const parent = book.anyNumber(code, units);
		if (parent < 0 || units[parent]?.kind === kind) return parent;
		code = units[parent]?.parentCode ?? null;
	}
	return -1;
}

/** The cells of each unit, from one pass. */
function cellsByUnit(unitOfCell: Int32Array, unitCount: number): (unit: number) => Int32Array {
	const first = new Uint32Array(unitCount + 1);
	for (const unit of unitOfCell) if (unit >= 0) first[unit + 1]++;
	for (let unit = 0; unit < unitCount; unit++) first[unit + 1] += first[unit];
	const cells = new Int32Array(first[unitCount]);
	const next = first.slice();
	for (let cell = 0; cell < unitOfCell.length; cell++)
		if (unitOfCell[cell] >= 0) cells[next[unitOfCell[cell]]++] = cell;
	return (unit) => cells.subarray(first[unit], first[unit + 1]);
}

/** The unit that most of the cells belong to; equal counts give the smaller code. */
function mostOf(cells: Int32Array, unitOfCell: Int32Array, units: UnitList): number {
	if (cells.length === 1) return unitOfCell[cells[0]];
	const counts = new Map<number, number>();
	for (const cell of cells) {
		const unit = unitOfCell[cell];
		if (unit >= 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	}
	let most = -1;
	const codeOf = (unit: number) => units[unit]?.code ?? "";
	for (const [unit, count] of counts) {
		const best = counts.get(most) ?? 0;
		if (count > best || (count === best && codeOf(unit) < codeOf(most))) most = unit;
	}
	return most;
}
