// What either of two people did since the list that both began from, without what both did alike.
import type { PlanOperation } from "../../wire/plans.ts";
import { differenceOfPlans, type PlanChange, sharedLength } from "./differenceOfPlans.ts";

type Operations = readonly PlanOperation[];

export interface ChangesOfEach {
	readonly mine: readonly PlanChange[];
	readonly theirs: readonly PlanChange[];
	/** What neither took away, and what both added. */
	readonly agreed: Operations;
}

/** What is taken away by both is taken away; what both added first, after the same, is added once. */
export function changesOfEach(was: Operations, my: Operations, their: Operations): ChangesOfEach {
	const [mine, theirs] = [differenceOfPlans(was, my), differenceOfPlans(was, their)];
	const [gone, theirGone] = [goneOf(mine), goneOf(theirs)];
	const isSameLeft = gone.size === theirGone.size && [...gone].every((one) => theirGone.has(one));
	const alike = isSameLeft ? sharedLength(addedOf(mine), addedOf(theirs)) : 0;
	return {
		mine: [...goneBeside(mine, theirGone), ...added(mine).slice(alike)],
		theirs: [...goneBeside(theirs, gone), ...added(theirs).slice(alike)],
		agreed: [
			...was.filter((_, index) => !gone.has(index) && !theirGone.has(index)),
			...addedOf(mine).slice(0, alike),
		],
	};
}

function goneOf(changes: readonly PlanChange[]): Set<number> {
	return new Set(changes.flatMap(({ isTakenAway, index }) => (isTakenAway ? [index] : [])));
}

function goneBeside(changes: readonly PlanChange[], others: ReadonlySet<number>): PlanChange[] {
	return changes.filter(({ isTakenAway, index }) => isTakenAway && !others.has(index));
}

function added(changes: readonly PlanChange[]): PlanChange[] {
	return changes.filter(({ isTakenAway }) => !isTakenAway);
}

function addedOf(changes: readonly PlanChange[]): PlanOperation[] {
	return added(changes).map(({ operation }) => operation);
}
