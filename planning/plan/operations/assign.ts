// Cells change hands in one layer; the layers above and below follow (`TerritoryDraft`).
import type { OperationOf } from "../../wire/plans.ts";
import { concluded } from "../judgeTerritory.ts";
import { type Outcome, type Refusal, refused } from "../PlanRefusal.ts";
import { type PlanState, parentNumber } from "../PlanState.ts";
import { TerritoryDraft } from "../TerritoryDraft.ts";
import { isRefused, namedCells, namedUnit } from "./named.ts";

/** Refused: unknown cell or unit; a whole layer left open; another town, district; whatever the territory refuses. */
export function assign(state: PlanState, op: OperationOf<"assign">): Outcome<PlanState> {
	const { layer } = op;
	const cells = namedCells(state, op.cells);
	if (isRefused(cells)) return cells;
	if (op.to === null && layer !== "bmu" && layer !== "circle")
		return refused("layer.must-cover", { layer, cells: op.cells });
	const to = op.to === null ? -1 : namedUnit(state, layer, op.to);
	if (isRefused(to)) return to;
	const apart = to < 0 ? null : elsewhere(state, op, cells, to);
	if (apart !== null) return apart;
	const draft = new TerritoryDraft(state);
	draft.move(layer, cells, to);
	return concluded(draft);
}

/** Cells that cannot go to a unit, because they or the rest of their street lie in another parent. */
function elsewhere(
	state: PlanState,
	{ layer }: OperationOf<"assign">,
	cells: readonly number[],
	to: number,
): Refusal | null {
	const { layers } = state;
	const [unitCode] = [layers[layer].unitCode[to]];
	if (layer === "district") return splitStreet(state, cells, unitCode);
	if (layer !== "bmu" && layer !== "circle") return null;
	const above = layers[layer === "bmu" ? "street" : "district"];
	const parent = parentNumber(layers, layer, to);
	const outside = cells.filter((cell) => above.unitOfCell[cell] !== parent);
	return outside.length === 0
		? null
		: refused("parent.differs", {
				layer,
				units: [unitCode],
				cells: outside.map((cell) => state.tiling.cellCode[cell]),
			});
}

/** A street goes to another district whole or not at all. */
function splitStreet(
	{ layers, tiling }: PlanState,
	cells: readonly number[],
	unitCode: string,
): Refusal | null {
	const moving = new Set(cells);
	const { unitOfCell } = layers.street;
	const streets = new Set(cells.map((cell) => unitOfCell[cell]));
	streets.delete(-1);
	const left = [...unitOfCell.keys()].filter(
		(cell) => streets.has(unitOfCell[cell]) && !moving.has(cell),
	);
	return left.length === 0
		? null
		: refused("parent.differs", {
				layer: "district",
				units: [unitCode],
				cells: left.map((cell) => tiling.cellCode[cell]),
			});
}
