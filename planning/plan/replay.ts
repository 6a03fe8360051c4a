// A list of operations, one after another, from a base.
import { lastOf, type Steps } from "../steps.ts";
import type { PlanOperation } from "../wire/plans.ts";
import { applyOperation } from "./applyOperation.ts";
import type { PlanBase } from "./PlanBase.ts";
import { type PlanState, startState } from "./PlanState.ts";
import type { RefusedAt } from "./readPlan.ts";

export interface Replayed {
	/** After all operations, or after those before the refused one. */
	readonly state: PlanState;
	readonly refused: RefusedAt | null;
}

/** The state that operations lead to; stops at the first that is refused. */
export function replay(base: PlanBase, operations: readonly PlanOperation[]): Replayed {
	return replayFrom(startState(base), operations, 0);
}

/** The same from a state on which `from` operations were done. */
export function replayFrom(
	start: PlanState,
	operations: readonly PlanOperation[],
	from: number,
): Replayed {
	return lastOf(replaySteps(start, operations, from));
}

/** The same, one operation per step. */
export function* replaySteps(
	start: PlanState,
	operations: readonly PlanOperation[],
	from: number,
): Steps<Replayed> {
	let state = start;
	for (let index = from; index < operations.length; index++) {
		const outcome = applyOperation(state, operations[index]);
		if (outcome.refusal !== null) return { state, refused: { index, refusal: outcome.refusal } };
		state = outcome.state;
		yield (index + 1) / operations.length;
	}
	return { state, refused: null };
}
