// Operations on what is said of a unit: its name, its kind, its seat, its parent.
import type { OperationOf } from "../../wire/plans.ts";
import { concluded } from "../judgeTerritory.ts";
import { type Outcome, refused } from "../PlanRefusal.ts";
import { cellsOfUnit, PARENT_LAYER, type PlanState, parentNumber } from "../PlanState.ts";
import { TerritoryDraft } from "../TerritoryDraft.ts";
import { cellHolding, isRefused, namedUnit } from "./named.ts";

export function rename(state: PlanState, op: OperationOf<"rename">): Outcome<PlanState> {
	const unit = namedUnit(state, op.layer, op.unit);
	if (isRefused(unit)) return unit;
	const draft = new TerritoryDraft(state);
	draft.change(op.layer, unit, { name: op.name });
	return concluded(draft);
}

/** What a street-level unit is. A town with basic management units stays a town. */
export function changeKind(state: PlanState, op: OperationOf<"changeKind">): Outcome<PlanState> {
	const unit = namedUnit(state, "street", op.unit);
	if (isRefused(unit)) return unit;
	const { layers } = state;
	const held = layers.bmu.units.findIndex(
		({ isDissolved }, bmu) => !isDissolved && parentNumber(layers, "bmu", bmu) === unit,
	);
	if (op.streetKind !== "town" && held >= 0)
		return refused("bmu.not-town", {
			layer: "street",
			units: [op.unit],
			subject: layers.bmu.unitCode[held],
		});
	const draft = new TerritoryDraft(state);
	draft.change("street", unit, { streetKind: op.streetKind });
	return concluded(draft);
}

/** The new seat must lie in the unit. */
export function moveSeat(state: PlanState, op: OperationOf<"moveSeat">): Outcome<PlanState> {
	const { layer, at } = op;
	const unit = namedUnit(state, layer, op.unit);
	if (isRefused(unit)) return unit;
	const cell = cellHolding(state, at);
	if (isRefused(cell)) return cell;
	if (state.layers[layer].unitOfCell[cell] !== unit)
		return refused("seat.outside", {
			layer,
			units: [op.unit],
			cells: [state.tiling.cellCode[cell]],
			at,
		});
	const draft = new TerritoryDraft(state);
	draft.change(layer, unit, { seat: at });
	return concluded(draft);
}

/** A street goes to another district, a committee to another street, with all its cells. */
export function reparent(state: PlanState, op: OperationOf<"reparent">): Outcome<PlanState> {
	const { layer } = op;
	const unit = namedUnit(state, layer, op.unit);
	if (isRefused(unit)) return unit;
	const above = PARENT_LAYER[layer];
	if (above === null) return refused("parent.none", { layer, units: [op.unit] });
	const to = namedUnit(state, above, op.to);
	if (isRefused(to)) return to;
	const cells = cellsOfUnit(state.layers[layer], unit);
	const isBound = layer === "bmu" || layer === "circle";
	if (isBound && cells.some((cell) => state.layers[above].unitOfCell[cell] !== to))
		return refused("parent.differs", { layer, units: [op.unit, op.to] });
	if (layer === "bmu" && state.layers.street.units[to].streetKind !== "town")
		return refused("bmu.not-town", { layer: "street", units: [op.to], subject: op.unit });
	const draft = new TerritoryDraft(state);
	draft.change(layer, unit, { parentCode: op.to });
	if (!isBound) draft.move(above, cells, to);
	return concluded(draft);
}
