// A new unit from cells of others: a street split off (析出), a basic management unit, a circle, a committee.
import type { OperationOf } from "../../wire/plans.ts";
import { concluded } from "../judgeTerritory.ts";
import { type Outcome, type Refusal, refused } from "../PlanRefusal.ts";
import { isCodeTaken, PARENT_LAYER, type PlanState } from "../PlanState.ts";
import { TerritoryDraft } from "../TerritoryDraft.ts";
import { cellHolding, isRefused, namedCells, namedUnit } from "./named.ts";

/**
 * The parent is the one given, else the one that all cells lie in. Cells of a basic management unit must lie in its
 * town, those of a circle in its district; cells of a street or a committee come to the parent.
 */
export function createUnit(state: PlanState, op: OperationOf<"createUnit">): Outcome<PlanState> {
	const { layer, code, name } = op;
	const seat = op.seat ?? null;
	if (isCodeTaken(state, code)) return refused("code.not-free", { subject: code });
	const cells = namedCells(state, op.cells);
	if (isRefused(cells)) return cells;
	const seatCell = seat === null ? cells[0] : cellHolding(state, seat);
	if (isRefused(seatCell)) return seatCell;
	if (!cells.includes(seatCell)) return refused("seat.outside", { layer, units: [code], at: seat });
	const parentCode = parentOf(state, op, cells);
	if (parentCode !== null && typeof parentCode === "object") return parentCode;

	const streetKind = layer === "street" ? (op.streetKind ?? "subdistrict") : null;
	const draft = new TerritoryDraft(state);
	const unit = draft.add(layer, {
		...{ code, name, parentCode, streetKind, seat },
		zone: layer === "committee" ? zoneOf(state, cells) : null,
		isDissolved: false,
	});
	draft.move(layer, cells, unit);
	return concluded(draft);
}

function parentOf(
	state: PlanState,
	{ layer, code, parent }: OperationOf<"createUnit">,
	cells: readonly number[],
): string | null | Refusal {
	const kind = PARENT_LAYER[layer];
	if (kind === null) return parent === undefined ? null : refused("parent.none", { layer });
	const above = state.layers[kind];
	const around = new Set(cells.map((cell) => above.unitOfCell[cell]));
	const isBound = layer === "bmu" || layer === "circle";
	if ((isBound || parent === undefined) && around.size > 1)
		return refused("parent.differs", { layer, units: [code] });
	const [unit] = parent === undefined ? around : [namedUnit(state, kind, parent)];
	if (isRefused(unit)) return unit;
	if (isBound && !around.has(unit)) return refused("parent.differs", { layer, units: [code] });
	if (layer === "bmu" && above.units[unit]?.streetKind !== "town")
		return refused("bmu.not-town", { layer: "street", units: [above.unitCode[unit] ?? ""] });
	return unit < 0 ? null : above.unitCode[unit];
}

/** A committee made of cells of one zone is of that zone. */
function zoneOf({ layers: { committee } }: PlanState, cells: readonly number[]) {
	const zones = new Set(cells.map((cell) => committee.units[committee.unitOfCell[cell]]?.zone));
	const [zone] = zones;
	return zones.size === 1 ? (zone ?? null) : null;
}
