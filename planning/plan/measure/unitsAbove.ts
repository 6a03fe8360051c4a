// The unit of each coarser kind that every unit lies in, in numbers: what `UnitTree.within` says, for all units at once,
// and again for those that changed only.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import { COARSER } from "../../city/unitTree.ts";
import { indicesByValue } from "../indicesByValue.ts";
import { cellsOfUnit } from "../PlanState.ts";
import { type ByKind, byKind } from "./byKind.ts";
import { otherRecords, type UnitBook, type UnitList } from "./UnitBook.ts";

/** Of so many units cells are looked for one by one; of more from one pass that takes room. */
const FEW = 8;

/** Units, the cells they have, and what follows from both. */
export interface Above {
	readonly units: UnitList;
	readonly unitOfCell: ByKind;
	/** By kind, then unit: the number of the unit of that kind it lies in (itself when it is of that kind); -1 for none. */
	readonly above: ByKind;
}

/** What lies above every unit; `last` is any earlier answer of the same book, to start from. What is the same stays. */
export function unitsAbove(
	book: UnitBook,
	units: UnitList,
	unitOfCell: ByKind,
	last: Above | null,
): Above {
	const above = byKind((kind) => lengthened(last?.above[kind], units.length));
	const write = (kind: UnitKind, unit: number, over: number) => {
		if (above[kind][unit] === over) return;
		if (above[kind] === last?.above[kind]) above[kind] = above[kind].slice();
		above[kind][unit] = over;
	};
	const changed = last === null ? units.keys() : changedUnits(units, unitOfCell, last);
	const open = byKind((): [unit: number, kind: UnitKind][] => []);
	for (const number of changed) {
		const unit = units[number];
		for (const kind of UNIT_KINDS) {
			if (unit === null || (kind !== unit.kind && !COARSER[unit.kind].includes(kind))) {
				write(kind, number, -1);
				continue;
			}
			const over = kind === unit.kind ? number : parentOfKind(book, units, number, kind);
			if (over >= 0) write(kind, number, over);
			else open[unit.kind].push([number, kind]);
		}
	}
	for (const kind of UNIT_KINDS) {
		if (open[kind].length === 0) continue;
		const cellsOf =
			open[kind].length > FEW
				? indicesByValue(unitOfCell[kind], units.length)
				: (unit: number) => cellsOfUnit({ unitOfCell: unitOfCell[kind] }, unit);
		for (const [unit, coarser] of open[kind])
			write(coarser, unit, mostOf(cellsOf(unit), unitOfCell[coarser], units));
	}
	return { units, unitOfCell, above };
}

/** The same where it is long enough. */
function lengthened(numbers: Int32Array | undefined, length: number): Int32Array {
	if (numbers?.length === length) return numbers;
	const longer = new Int32Array(length).fill(-1);
	if (numbers !== undefined) longer.set(numbers);
	return longer;
}

/** Units whose parent or cells changed, or all of them where one changed that others may lie in. */
function changedUnits(units: UnitList, unitOfCell: ByKind, last: Above): Iterable<number> {
	const changed = new Set<number>();
	for (const number of otherRecords(last.units, units)) {
		const [was, is] = [last.units[number] ?? null, units[number]];
		if (was !== null && is !== null && was.parentCode === is.parentCode) continue;
		if (is?.kind !== "committee" || was === null) return units.keys();
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

/** The unit that most of the cells belong to; equal counts give the smaller code. */
function mostOf(cells: ArrayLike<number>, unitOfCell: Int32Array, units: UnitList): number {
	if (cells.length === 1) return unitOfCell[cells[0]];
	const counts = new Map<number, number>();
	for (let i = 0; i < cells.length; i++) {
		const unit = unitOfCell[cells[i]];
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
