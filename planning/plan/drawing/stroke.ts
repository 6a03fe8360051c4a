// A stroke of the border brush: cells that the pointer crosses go to one unit, all in one step when it is over.
import type { UnitKind } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { OperationOf } from "../../wire/plans.ts";
import { applyOperation } from "../applyOperation.ts";
import type { PlanRefusal } from "../PlanRefusal.ts";
import type { PlanState } from "../PlanState.ts";
import { cellAt } from "../placeAt.ts";
import { placesAlong } from "./placesAlong.ts";

/** A pointer jumps; places between are looked at in steps of this. */
const STEP_M = 15;

export interface Stroke {
	readonly start: PlanState;
	readonly layer: UnitKind;
	/** Code of the unit that grows. */
	readonly to: string;
	/** Codes of cells crossed so far that are not its own. */
	readonly cells: ReadonlySet<string>;
	/** The last state that was legal. */
	readonly state: PlanState;
	/** What leads to it; null while it is the start. */
	readonly op: OperationOf<"assign"> | null;
	/** Why all of the cells crossed so far cannot be moved; null when they are. */
	readonly refused: { readonly op: OperationOf<"assign">; readonly refusal: PlanRefusal } | null;
}

/** Null where the place is in no unit of the layer. */
export function beginStroke(
	start: PlanState,
	layer: UnitKind,
	at: { readonly place: LonLat; readonly to: string | null },
): Stroke | null {
	const to = at.to ?? unitAt(start, layer, at.place);
	return to === null
		? null
		: { start, layer, to, cells: new Set(), state: start, op: null, refused: null };
}

/** The stroke after more of its line. The same when no cell more is crossed. */
export function continueStroke(stroke: Stroke, line: readonly LonLat[]): Stroke {
	const cells = new Set(stroke.cells);
	for (const place of placesAlong(line, STEP_M)) {
		const cell = cellAt(stroke.start, place);
		if (cell < 0) continue;
		const { unitCode, unitOfCell } = stroke.start.layers[stroke.layer];
		if (unitCode[unitOfCell[cell]] !== stroke.to) cells.add(stroke.start.tiling.cellCode[cell]);
	}
	if (cells.size === stroke.cells.size) return stroke;
	const { layer, to } = stroke;
	const op = { op: "assign" as const, layer, cells: [...cells], to };
	const { state, refusal } = applyOperation(stroke.start, op);
	return refusal === null
		? { ...stroke, cells, state, op, refused: null }
		: { ...stroke, cells, refused: { op, refusal } };
}

function unitAt(state: PlanState, layer: UnitKind, place: LonLat): string | null {
	const cell = cellAt(state, place);
	const { unitCode, unitOfCell } = state.layers[layer];
	return cell < 0 ? null : (unitCode[unitOfCell[cell]] ?? null);
}
