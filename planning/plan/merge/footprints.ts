// What every change of a list touches, and which changes of two people touch the same.
import type { PlanOperation } from "../../wire/plans.ts";
import { applyOperation } from "../applyOperation.ts";
import type { PlanState } from "../PlanState.ts";
import type { PlanChange } from "./differenceOfPlans.ts";
import { type Touched, touchedBy } from "./touched.ts";

/** Where two lists part from the one that both began from. */
export interface Fork {
	/** How many operations all three have in common, and the state after those. */
	readonly shared: number;
	readonly start: PlanState;
	readonly was: readonly PlanOperation[];
}

export interface Footprint {
	readonly change: PlanChange;
	readonly touched: ReadonlyMap<string, Touched>;
}

export interface ConflictPair {
	readonly mine: PlanChange;
	readonly theirs: PlanChange;
	/** By both. */
	readonly touched: readonly Touched[];
}

/** What changes touch: an added operation where it is done in one's own list, one taken away where it was done. */
export function footprintsOf(
	fork: Fork,
	own: readonly PlanOperation[],
	changes: readonly PlanChange[],
): Footprint[] {
	const ownStates = statesAlong(fork, own);
	const wasStates = changes.some(({ isTakenAway }) => isTakenAway)
		? statesAlong(fork, fork.was)
		: [];
	return changes.map((change) => {
		const states = change.isTakenAway ? wasStates : ownStates;
		const at = change.index - fork.shared;
		return { change, touched: touchedBy(states[at], change.operation, states[at + 1]) };
	});
}

/** Pairs of changes that touch the same, in the order of mine. */
export function conflictPairs(
	mine: readonly Footprint[],
	theirs: readonly Footprint[],
): ConflictPair[] {
	return mine.flatMap((my) =>
		theirs.flatMap((their) => {
			const touched = touchedByBoth(my, their);
			return touched.length === 0 ? [] : [{ mine: my.change, theirs: their.change, touched }];
		}),
	);
}

/** Borders only where nothing else is: of a cell that both touch, all borders are touched by both. */
function touchedByBoth(my: Footprint, their: Footprint): readonly Touched[] {
	const all = [...my.touched].flatMap(([key, one]) => (their.touched.has(key) ? [one] : []));
	const things = all.filter(({ what }) => what !== "border");
	return things.length > 0 ? things : all;
}

/** The state at the fork, then the one after each operation behind it. */
function statesAlong({ start, shared }: Fork, list: readonly PlanOperation[]): PlanState[] {
	const states = [start];
	for (const [i, operation] of list.slice(shared).entries()) {
		const { state, refusal } = applyOperation(states[i], operation);
		if (refusal !== null)
			throw new Error(`Operation ${shared + i} was done once: ${refusal.code} now.`);
		states.push(state);
	}
	return states;
}
