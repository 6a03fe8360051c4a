// Operations on the lines of the territory: cut a cell, join its parts again, redraw a border.
import { cutCell } from "../../partition/edit/cutCell.ts";
import { mergeCells } from "../../partition/edit/mergeCells.ts";
import { reshapeBorder } from "../../partition/edit/reshape.ts";
import type { EditRefusal } from "../../partition/edit/TilingEdit.ts";
import type { OperationOf } from "../../wire/plans.ts";
import { concluded } from "../judgeTerritory.ts";
import { type Outcome, type Refusal, refused } from "../PlanRefusal.ts";
import { cellNumber, type PlanState, withTerritory } from "../PlanState.ts";
import { TerritoryDraft } from "../TerritoryDraft.ts";
import { isRefused, namedCells, namedUnit } from "./named.ts";

/** Parts of the cell belong to whatever it belonged to. */
export function cut(state: PlanState, { cell, line }: OperationOf<"cut">): Outcome<PlanState> {
	const named = namedCells(state, [cell]);
	if (isRefused(named)) return named;
	const { edit, refusal } = cutCell(state.tiling, cell, line);
	if (refusal !== null) return editRefused(refusal);
	return { state: withTerritory(state, edit), refusal: null };
}

/** Parts of one cell that belong to the same units become one again. */
export function joinCells(
	state: PlanState,
	{ cells: codes, into }: OperationOf<"joinCells">,
): Outcome<PlanState> {
	const cells = namedCells(state, codes);
	if (isRefused(cells)) return cells;
	const [first] = cells;
	const isAlike = (cell: number) =>
		state.baseCell[cell] === state.baseCell[first] &&
		Object.values(state.layers).every(({ unitOfCell }) => unitOfCell[cell] === unitOfCell[first]);
	if (!cells.every(isAlike)) return refused("cells.belong-apart", { cells: codes });
	const whole = state.base.tiling.cellCode[state.baseCell[first]];
	if (into !== whole && !into.startsWith(`${whole}-`))
		return refused("code.not-free", { subject: into, cells: codes });
	const { edit, refusal } = mergeCells(state.tiling, codes, into);
	if (refusal !== null) return editRefused(refusal);
	return { state: withTerritory(state, edit), refusal: null };
}

/** A new border between two units; what lies between it and the old one changes sides. */
export function reshape(
	state: PlanState,
	{ layer, units, line }: OperationOf<"reshape">,
): Outcome<PlanState> {
	const [a, b] = units.map((code) => namedUnit(state, layer, code));
	if (isRefused(a)) return a;
	if (isRefused(b)) return b;
	if (a === b) return refused("operation.malformed", { subject: "units" });
	const { edit, refusal } = reshapeBorder(state.tiling, state.layers[layer], [a, b], line);
	if (refusal !== null) return editRefused(refusal);
	const draft = new TerritoryDraft(withTerritory(state, edit));
	for (const to of [a, b]) {
		const coming = edit.transfers.filter((transfer) => transfer.to === to);
		const cells = coming.map(({ cell }) => cellNumber(edit.tiling, cell));
		draft.move(layer, cells, to);
	}
	return concluded(draft);
}

function editRefused({ code, at, cells }: EditRefusal): Refusal {
	return refused(code, { at, cells });
}
