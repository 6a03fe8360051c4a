// Which units differ between two situations on one tiling, or between the base's and any: in their cells, their record,
// their facilities or their residents' walks.
import { UNIT_KINDS } from "../../city/records.ts";
import { addDiffering } from "./changes.ts";
import type { Situation } from "./Situation.ts";
import { otherRecords } from "./UnitBook.ts";

/** Their numbers, ascending. `homes`: residences whose coverage differs. */
export function touchedUnits(
	before: Situation,
	after: Situation,
	homes: readonly number[] | ReadonlySet<number>,
): number[] {
	const touched = new Set<number>();
	addCells(before, after, touched);
	for (const unit of otherRecords(before.units, after.units))
		if (!isSameUnit(before.units[unit] ?? null, after.units[unit] ?? null)) touched.add(unit);
	addAbove(before, after, touched);
	addFacilities(before, after, touched);
	addCellsOfHomes(before, after, { homes, touched });
	touched.delete(-1);
	return [...touched].sort((a, b) => a - b);
}

function addCellsOfHomes(
	before: Situation,
	after: Situation,
	{
		homes,
		touched,
	}: { readonly homes: readonly number[] | ReadonlySet<number>; readonly touched: Set<number> },
): void {
	for (const situation of [before, after]) {
		const { cellOfHome } = situation.homes;
		const cells = new Set<number>();
		for (const home of homes) cells.add(cellOfHome[home]);
		for (const cell of cells) addUnitsOfCell(situation, cell, touched);
	}
}

function isSameUnit(one: Situation["units"][number], other: Situation["units"][number]): boolean {
	if (one === null || other === null) return false;
	return (
		one.name === other.name &&
		one.parentCode === other.parentCode &&
		one.streetKind === other.streetKind &&
		one.zone === other.zone
	);
}

function addCells(before: Situation, after: Situation, touched: Set<number>): void {
	const cells = new Set<number>();
	const isRecut = after.tiling !== before.tiling;
	if (!isRecut)
		for (const kind of UNIT_KINDS)
			addDiffering(cells, before.unitOfCell[kind], after.unitOfCell[kind]);
	else for (const cell of cutOrMoved(before, after)) cells.add(cell);
	for (const cell of cells) {
		addUnitsOfCell(before, isRecut ? after.state.baseCell[cell] : cell, touched);
		addUnitsOfCell(after, cell, touched);
	}
}

/** Parts of cut cells, and whole cells that belong elsewhere. */
function* cutOrMoved(before: Situation, after: Situation) {
	const { baseCell } = after.state;
	const parts = new Uint8Array(before.homes.cellCount);
	for (const old of baseCell) parts[old] = Math.min(2, parts[old] + 1);
	for (let cell = 0; cell < baseCell.length; cell++) {
		const old = baseCell[cell];
		const isMoved = UNIT_KINDS.some(
			(kind) => before.unitOfCell[kind][old] !== after.unitOfCell[kind][cell],
		);
		if (parts[old] > 1 || isMoved) yield cell;
	}
}

function addUnitsOfCell({ unitOfCell }: Situation, cell: number, touched: Set<number>): void {
	if (cell >= 0) for (const kind of UNIT_KINDS) touched.add(unitOfCell[kind][cell]);
}

/** Units that another one lies in, or does no more: what that one operates counts for them. */
function addAbove(before: Situation, after: Situation, touched: Set<number>): void {
	for (const kind of UNIT_KINDS) {
		const [was, is] = [before.above[kind], after.above[kind]];
		if (was === is) continue;
		for (let unit = 0; unit < Math.max(was.length, is.length); unit++)
			if ((was[unit] ?? -1) !== (is[unit] ?? -1)) touched.add(was[unit] ?? -1).add(is[unit] ?? -1);
	}
}

/** Units that a facility counts for otherwise than before: it came, went, changed, or is operated by another. */
function addFacilities(before: Situation, after: Situation, touched: Set<number>): void {
	const [was, is] = [before.facilities, after.facilities];
	if (was === is && before.operator === after.operator) return;
	for (let number = 0; number < Math.max(was.place.length, is.place.length); number++) {
		const isSame =
			before.operator[number] === after.operator[number] &&
			(was === is ||
				(was.records[number] === is.records[number] &&
					(was.place[number] ?? -1) >= 0 === (is.place[number] ?? -1) >= 0));
		if (isSame || ((was.place[number] ?? -1) < 0 && (is.place[number] ?? -1) < 0)) continue;
		for (const situation of [before, after]) {
			const operator = situation.operator[number] ?? -1;
			if (operator >= 0)
				for (const kind of UNIT_KINDS) touched.add(situation.above[kind][operator]);
			addUnitsOfCell(situation, situation.facilityCell[number] ?? -1, touched);
		}
	}
}
