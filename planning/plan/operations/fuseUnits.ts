// Units that end: fused into another of the same parent, or dissolved into a neighbour.
import type { UnitKind } from "../../city/records.ts";
import type { OperationOf } from "../../wire/plans.ts";
import { concluded } from "../judgeTerritory.ts";
import { type Outcome, type Refusal, refused } from "../PlanRefusal.ts";
import { cellsOfUnit, PARENT_LAYER, type PlanState, parentNumber } from "../PlanState.ts";
import { TerritoryDraft } from "../TerritoryDraft.ts";
import { handOver } from "./handOver.ts";
import { isRefused, namedUnit } from "./named.ts";

/** Units of one parent become one, which keeps its code, name and seat; what belonged to the others belongs to it. */
export function merge(state: PlanState, op: OperationOf<"merge">): Outcome<PlanState> {
	const { layer } = op;
	const into = namedUnit(state, layer, op.into);
	if (isRefused(into)) return into;
	const gone: number[] = [];
	for (const code of op.units) {
		const unit = namedUnit(state, layer, code);
		if (isRefused(unit)) return unit;
		if (unit !== into && !gone.includes(unit)) gone.push(unit);
	}
	if (gone.length === 0) return refused("operation.malformed", { subject: "units" });
	const parent = parentNumber(state.layers, layer, into);
	const other = gone.find((unit) => parentNumber(state.layers, layer, unit) !== parent);
	const { unitCode } = state.layers[layer];
	if (other !== undefined)
		return refused("parent.differs", { layer, units: [op.into, unitCode[other]] });
	return fused(state, layer, gone, into);
}

/** One unit ends and its cells go to another; those of a basic management unit or a circle may go to none. */
export function dissolveUnit(
	state: PlanState,
	op: OperationOf<"dissolveUnit">,
): Outcome<PlanState> {
	const { layer } = op;
	const unit = namedUnit(state, layer, op.unit);
	if (isRefused(unit)) return unit;
	if (op.to === null && layer !== "bmu" && layer !== "circle")
		return refused("layer.must-cover", { layer, units: [op.unit] });
	const to = op.to === null ? -1 : namedUnit(state, layer, op.to);
	if (isRefused(to)) return to;
	if (to === unit) return refused("operation.malformed", { subject: "to" });
	const isBound = layer === "bmu" || layer === "circle";
	const { layers } = state;
	if (isBound && to >= 0 && parentNumber(layers, layer, unit) !== parentNumber(layers, layer, to))
		return refused("parent.differs", { layer, units: [layers[layer].unitCode[to], op.unit] });
	return fused(state, layer, [unit], to);
}

function fused(
	state: PlanState,
	layer: UnitKind,
	gone: readonly number[],
	into: number,
): Outcome<PlanState> {
	const draft = new TerritoryDraft(state);
	for (const unit of gone) draft.change(layer, unit, { isDissolved: true });
	const codes = new Set(gone.map((unit) => state.layers[layer].unitCode[unit]));
	if (into >= 0) {
		const refusal = adopt(draft, layer, codes, into);
		if (refusal !== null) return refusal;
		draft.fused.set(`${layer} ${into}`, gone);
	}
	const cells = gone.flatMap((unit) => cellsOfUnit(state.layers[layer], unit));
	draft.move(layer, cells, into);
	const outcome = concluded(draft);
	return outcome.refusal === null
		? { state: handOver(outcome.state, layer, gone, into), refusal: null }
		: outcome;
}

/** Whoever had one of the units as parent has the one they go into. A basic management unit needs a town. */
function adopt(
	draft: TerritoryDraft,
	layer: UnitKind,
	codes: ReadonlySet<string>,
	into: number,
): Refusal | null {
	const parentCode = draft.layer(layer).unitCode[into];
	for (const below of ["street", "circle", "committee", "bmu"] as const) {
		if (PARENT_LAYER[below] !== layer) continue;
		for (const [unit, { code, parentCode: named, isDissolved }] of draft
			.layer(below)
			.units.entries()) {
			if (isDissolved || named === null || !codes.has(named)) continue;
			if (below === "bmu" && draft.layer("street").units[into].streetKind !== "town")
				return refused("bmu.not-town", { layer: "street", units: [parentCode], subject: code });
			draft.change(below, unit, { parentCode });
		}
	}
	return null;
}
