// Two people drew on from the same revision of a plan. What they did is put together only where nothing that one touched
// the other touched too, and only where it does not matter who comes first; everything else they are asked.
import type { PlanOperation } from "../wire/plans.ts";
import { type ChangesOfEach, changesOfEach } from "./merge/changesOfEach.ts";
import { type PlanChange, sharedLength } from "./merge/differenceOfPlans.ts";
import { type ConflictPair, conflictPairs, type Fork, footprintsOf } from "./merge/footprints.ts";
import type { PlanBase } from "./PlanBase.ts";
import type { PlanRefusal } from "./PlanRefusal.ts";
import { planHash } from "./planHash.ts";
import { replay, replayFrom } from "./replay.ts";

type Operations = readonly PlanOperation[];

/** All operations, those undone at the end, and how many are done. */
export interface PlanList {
	readonly operations: Operations;
	readonly done: number;
}

export interface Diverged {
	readonly base: PlanBase;
	/** The revision that both began from. */
	readonly common: PlanList;
	readonly mine: PlanList;
	readonly theirs: PlanList;
}

export type Merged =
	/** Both come to one list. */
	| (PlanList & { readonly kind: "same" })
	/** Only one of them did anything that the other has not. */
	| (PlanList & { readonly kind: "fast-forward"; readonly takes: "mine" | "theirs" })
	/** Theirs, then mine; undone operations are left out. */
	| (PlanList & { readonly kind: "both" })
	| MergeConflict;

export interface MergeConflict {
	readonly kind: "conflict";
	/** What touches the same; empty where that is not the reason. */
	readonly pairs: readonly ConflictPair[];
	/** What could not be done any more after the other's; null where it could, or was not tried. */
	readonly refused: { readonly operation: PlanOperation; readonly refusal: PlanRefusal } | null;
	/** What either did since the common revision and the other did not. */
	readonly mine: readonly PlanChange[];
	readonly theirs: readonly PlanChange[];
}

/** Put together what two did since a revision. All three lists are ones that can be done on the base. */
export function mergePlans({ base, common, mine, theirs }: Diverged): Merged {
	const [was, my, their] = [doneOf(common), doneOf(mine), doneOf(theirs)];
	const changes = changesOfEach(was, my, their);
	const settled = settledBy(changes, { mine, theirs });
	if (settled !== null) return settled;
	const fork = forkOf(base, was, Math.min(sharedLength(was, my), sharedLength(was, their)));
	const pairs = conflictPairs(
		footprintsOf(fork, my, changes.mine),
		footprintsOf(fork, their, changes.theirs),
	);
	return pairs.length > 0 ? conflict(changes, { pairs }) : inEitherOrder(fork, changes);
}

/** Where one of them did nothing that the other has not. */
function settledBy(
	changes: ChangesOfEach,
	lists: Pick<Diverged, "mine" | "theirs">,
): Merged | null {
	const isMine = changes.theirs.length === 0 && changes.mine.length > 0;
	const { operations, done } = isMine ? lists.mine : lists.theirs;
	if (isMine) return { kind: "fast-forward", takes: "mine", operations, done };
	if (changes.mine.length > 0) return null;
	return changes.theirs.length === 0
		? { kind: "same", operations, done }
		: { kind: "fast-forward", takes: "theirs", operations, done };
}

/** Both, where either order can be done and comes to the same. */
function inEitherOrder({ start, shared }: Fork, changes: ChangesOfEach): Merged {
	const [mine, theirs] = [addedOf(changes.mine), addedOf(changes.theirs)];
	const hashes: string[] = [];
	const operations = [...changes.agreed, ...theirs, ...mine];
	for (const order of [operations, [...changes.agreed, ...mine, ...theirs]]) {
		const { state, refused } = replayFrom(start, order, shared);
		if (refused !== null) {
			const { index, refusal } = refused;
			return conflict(changes, { refused: { operation: order[index], refusal } });
		}
		hashes.push(planHash(state));
	}
	if (hashes[0] !== hashes[1]) return conflict(changes, {});
	return { kind: "both", operations, done: operations.length };
}

function conflict(
	{ mine, theirs }: ChangesOfEach,
	why: Partial<Pick<MergeConflict, "pairs" | "refused">>,
): MergeConflict {
	return { kind: "conflict", pairs: [], refused: null, ...why, mine, theirs };
}

function doneOf({ operations, done }: PlanList): Operations {
	return operations.slice(0, done);
}

function forkOf(base: PlanBase, was: Operations, shared: number): Fork {
	return { shared, start: replay(base, was.slice(0, shared)).state, was };
}

function addedOf(changes: readonly PlanChange[]): PlanOperation[] {
	return changes.flatMap(({ isTakenAway, operation }) => (isTakenAway ? [] : [operation]));
}
