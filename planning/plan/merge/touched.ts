// What an operation touches: whatever it names, and whatever is different after it. Two operations that touch nothing
// in common can be done in either order.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import type { Words } from "../../partition/mend/territoryWords.ts";
import { sidesOfCell } from "../../partition/shape.ts";
import { cellOfSide } from "../../partition/sides.ts";
import { OUTSIDE } from "../../partition/Tiling.ts";
import type { PlanOperation } from "../../wire/plans.ts";
import { baseFacilities } from "../facilitiesOf.ts";
import { namesOf } from "../namesOf.ts";
import { cellNumber, type PlanState } from "../PlanState.ts";
import { cellWords, unitWords } from "../unitWords.ts";

/** Cells are those of the base: a part of a cell is that cell. A border is between `code` and `other`, two such cells. */
export interface Touched {
	readonly what: "cell" | "border" | "unit" | "facility" | "link";
	readonly layer: UnitKind | null;
	readonly code: string;
	readonly other: string | null;
}

/** Everything that an operation touches, by a key that is the same for the same thing. */
export function touchedBy(
	before: PlanState,
	op: PlanOperation,
	after: PlanState,
): ReadonlyMap<string, Touched> {
	const all = new Map<string, Touched>();
	const add = (what: Touched["what"], code: string, more: Partial<Touched> = {}) => {
		all.set(`${what} ${code} ${more.other ?? ""}`, {
			what,
			layer: null,
			other: null,
			...more,
			code,
		});
	};
	const unit = (layer: UnitKind, code: string | undefined) => {
		if (code !== undefined) add("unit", code, { layer });
	};
	addNamed(op, { add, unit });
	const cells = new Set(
		namesOf(op).cells.map((code) => before.baseCell[cellNumber(before.tiling, code)]),
	);
	for (const cell of changedCells(before, after, unit)) cells.add(cell);
	for (const layer of UNIT_KINDS)
		for (const code of changedUnits(before, after, layer)) unit(layer, code);
	for (const key of changedKeys(before.facilities, after.facilities)) add("facility", key);
	for (const key of changedKeys(before.links, after.links)) add("link", key);
	const { cellCode } = before.base.tiling;
	for (const cell of cells) {
		add("cell", cellCode[cell]);
		for (const beside of neighbours(before, cell)) {
			const [code, other] = [cellCode[cell], cellCode[beside]].sort();
			add("border", code, { other });
		}
	}
	return all;
}

/** What is touched, as the subject of a sentence. */
export function touchedWords(state: PlanState, { what, layer, code, other }: Touched): Words {
	if (what === "unit") return unitWords(state, layer, code);
	if (what === "cell") return cellWords(state, code);
	if (what === "link") return { zh: `通道 ${code}`, en: `link ${code}` };
	if (what === "facility") {
		const { name } = state.facilities.get(code) ?? baseFacilities(state.base).get(code) ?? {};
		return { zh: name ?? `设施 ${code}`, en: name ?? `facility ${code}` };
	}
	const [a, b] = [cellWords(state, code), cellWords(state, other ?? "")];
	return { zh: `${a.zh}与${b.zh}之间的界线`, en: `the border between ${a.en} and ${b.en}` };
}

interface Adding {
	readonly add: (what: Touched["what"], code: string) => void;
	readonly unit: (layer: UnitKind, code: string | undefined) => void;
}

function addNamed(op: PlanOperation, { add, unit }: Adding): void {
	for (const { layer, code } of namesOf(op).units) unit(layer, code);
	if (op.op === "createUnit") unit(op.layer, op.code);
	if (op.op === "addFacility" && op.operator !== undefined) add("unit", op.operator);
	if (op.op === "openLink" || op.op === "closeLink") add("link", op.id);
}

/** Cells of the base of which any part is cut, joined or in another unit; `unit` hears of those units. */
function changedCells(before: PlanState, after: PlanState, unit: Adding["unit"]): Set<number> {
	const changed = new Set<number>();
	const isSameTiling = before.tiling === after.tiling;
	for (let cell = 0; cell < after.baseCell.length; cell++) {
		const old = isSameTiling ? cell : cellNumber(before.tiling, after.tiling.cellCode[cell]);
		if (old < 0) changed.add(after.baseCell[cell]);
		else if (isMoved(before, old, after, cell)) changed.add(after.baseCell[cell]);
	}
	if (!isSameTiling)
		for (const [old, code] of before.tiling.cellCode.entries())
			if (cellNumber(after.tiling, code) < 0) changed.add(before.baseCell[old]);
	return changed;

	function isMoved(a: PlanState, old: number, b: PlanState, cell: number): boolean {
		let isElsewhere = false;
		for (const layer of UNIT_KINDS) {
			const [was, is] = [a.layers[layer], b.layers[layer]];
			const [from, to] = [was.unitOfCell[old], is.unitOfCell[cell]];
			if (from === to) continue;
			isElsewhere = true;
			unit(layer, was.unitCode[from]);
			unit(layer, is.unitCode[to]);
		}
		return isElsewhere;
	}
}

function changedUnits(before: PlanState, after: PlanState, layer: UnitKind): string[] {
	const [was, is] = [before.layers[layer].units, after.layers[layer].units];
	return was === is ? [] : is.flatMap((unit, n) => (unit === was[n] ? [] : [unit.code]));
}

function changedKeys(
	was: ReadonlyMap<string, unknown>,
	is: ReadonlyMap<string, unknown>,
): string[] {
	if (was === is) return [];
	return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}

function neighbours({ base: { tiling } }: PlanState, cell: number): Set<number> {
	const beside = new Set<number>();
	for (const side of sidesOfCell(tiling, cell)) beside.add(cellOfSide(tiling, side ^ 1));
	beside.delete(OUTSIDE);
	beside.delete(cell);
	return beside;
}
