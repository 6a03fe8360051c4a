// Undo without end. A history keeps its operations, and of the states only some: the last few, and one every so often, ever
// more seldom as the list grows; the others are made again from the nearest one before. A value: every step makes a new one.
import type { PlanOperation } from "../wire/plans.ts";
import { applyOperation } from "./applyOperation.ts";
import type { PlanBase } from "./PlanBase.ts";
import type { PlanRefusal } from "./PlanRefusal.ts";
import { type PlanState, startState } from "./PlanState.ts";
import type { RefusedAt } from "./readPlan.ts";
import { replayFrom } from "./replay.ts";

/** States kept behind the present one, for undoing at once. */
const KEPT_LAST = 32;
/** States kept of all before; a territory of 6,000 cells takes some megabytes. */
const KEPT_APART = 32;

export interface PlanHistory {
	readonly base: PlanBase;
	/** All, those undone at the end of the list. */
	readonly operations: readonly PlanOperation[];
	/** How many of them are done. */
	readonly done: number;
	/** After those. */
	readonly state: PlanState;
	/** Some states by how many operations they have behind them; always 0. */
	readonly kept: ReadonlyMap<number, PlanState>;
}

export type Performed =
	| { readonly history: PlanHistory; readonly refusal: null }
	| { readonly history: null; readonly refusal: PlanRefusal };

export function startHistory(base: PlanBase): PlanHistory {
	const state = startState(base);
	return { base, operations: [], done: 0, state, kept: new Map([[0, state]]) };
}

/** Do an operation; what was undone is gone then. */
export function perform(history: PlanHistory, op: PlanOperation): Performed {
	const { state, refusal } = applyOperation(history.state, op);
	if (refusal !== null) return { history: null, refusal };
	const operations = [...history.operations.slice(0, history.done), op];
	return { history: reached({ ...history, operations }, operations.length, state), refusal: null };
}

/** One step back; the same history at its beginning. */
export function undo(history: PlanHistory): PlanHistory {
	return jump(history, history.done - 1);
}

/** One step forward again; the same history at its end. */
export function redo(history: PlanHistory): PlanHistory {
	return jump(history, history.done + 1);
}

/** To where so many operations are done; nearest possible. */
export function jump(history: PlanHistory, done: number): PlanHistory {
	const { operations, kept } = history;
	const to = Math.max(0, Math.min(done, operations.length));
	if (to === history.done) return history;
	const from = Math.max(...[...kept.keys()].filter((count) => count <= to));
	const start = kept.get(from) ?? startState(history.base);
	const { state, refused } = replayFrom(start, operations.slice(0, to), from);
	if (refused !== null)
		throw new Error(`Operation ${refused.index} was done once and is refused now.`);
	return { ...history, done: to, state, kept: thinned(new Map(kept).set(to, state), to) };
}

export interface Removal {
	readonly history: PlanHistory;
	/** Operations that cannot be done without the removed one, by their index before; they are gone too. */
	readonly conflicts: readonly RefusedAt[];
}

/** Take one operation out of the middle and do the rest again; what was undone is gone. */
export function remove(history: PlanHistory, index: number): Removal {
	if (!(index in history.operations) || index >= history.done)
		throw new Error(`There is no operation ${index} among ${history.done}.`);
	let rest = jump({ ...history, operations: history.operations.slice(0, history.done) }, index);
	rest = { ...rest, operations: rest.operations.slice(0, index), kept: keptUpTo(rest.kept, index) };
	const conflicts: RefusedAt[] = [];
	for (let next = index + 1; next < history.done; next++) {
		const { history: after, refusal } = perform(rest, history.operations[next]);
		if (refusal !== null) conflicts.push({ index: next, refusal });
		else rest = after;
	}
	return { history: rest, conflicts };
}

function reached(history: PlanHistory, done: number, state: PlanState): PlanHistory {
	const kept = new Map(keptUpTo(history.kept, done - 1)).set(done, state);
	return { ...history, done, state, kept: thinned(kept, done) };
}

function keptUpTo(kept: ReadonlyMap<number, PlanState>, done: number) {
	return new Map([...kept].filter(([count]) => count <= done));
}

/** Let go of all but the states near the present and those at whole multiples of a stride that grows with the list. */
function thinned(kept: ReadonlyMap<number, PlanState>, done: number) {
	let largest = done;
	for (const count of kept.keys()) largest = Math.max(largest, count);
	let stride = KEPT_LAST;
	while (stride * KEPT_APART < largest) stride *= 2;
	return new Map(
		[...kept].filter(([count]) => count % stride === 0 || Math.abs(count - done) < KEPT_LAST),
	);
}
