// Borders that nothing in the plan may move. A lock changes nothing that a plan comes to; it refuses what comes after it.
import { hasArcFlag, withArcFlag } from "../../partition/arcFlags.ts";
import type { OperationOf } from "../../wire/plans.ts";
import { type Outcome, refused } from "../PlanRefusal.ts";
import type { PlanState } from "../PlanState.ts";
import { isRefused, namedUnit } from "./named.ts";

/** The border that two units have now, in all its stretches. What later edits make of it stays locked. */
export function lockBorder(state: PlanState, op: OperationOf<"lockBorder">): Outcome<PlanState> {
	const arcs = borderArcs(state, op);
	if (!("arcs" in arcs)) return arcs;
	const tiling = withArcFlag(state.tiling, arcs.arcs, "locked");
	return { state: { ...state, tiling }, refusal: null };
}

/** Locks of the plan go; a line fixed by law stays so. */
export function unlockBorder(
	state: PlanState,
	op: OperationOf<"unlockBorder">,
): Outcome<PlanState> {
	const arcs = borderArcs(state, op);
	if (!("arcs" in arcs)) return arcs;
	if (!arcs.arcs.some((arc) => hasArcFlag(state.tiling, arc, "locked")))
		return refused("border.not-locked", { layer: op.layer, units: op.units });
	const tiling = withArcFlag(state.tiling, arcs.arcs, "locked", false);
	return { state: { ...state, tiling }, refusal: null };
}

function borderArcs(
	state: PlanState,
	{ layer, units }: Pick<OperationOf<"lockBorder">, "layer" | "units">,
) {
	const [a, b] = units.map((code) => namedUnit(state, layer, code));
	if (isRefused(a)) return a;
	if (isRefused(b)) return b;
	const { unitOfCell } = state.layers[layer];
	const unitOf = (cell: number) => (cell < 0 ? -1 : unitOfCell[cell]);
	const { arcLeft, arcRight } = state.tiling;
	const arcs = [...arcLeft.keys()].filter((arc) => {
		const [left, right] = [unitOf(arcLeft[arc]), unitOf(arcRight[arc])];
		return left !== right && ((left === a && right === b) || (left === b && right === a));
	});
	return arcs.length === 0
		? refused("border.none", { layer, units })
		: { arcs: arcs as readonly number[] };
}
