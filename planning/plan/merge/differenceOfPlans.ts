// What somebody did to a list of operations: which of them are taken away, and which are added after the others.
import { canonicalJson } from "../../wire/canonicalJson.ts";
import type { PlanOperation } from "../../wire/plans.ts";

export interface PlanChange {
	readonly operation: PlanOperation;
	/** Added: in one's own list. Taken away: in the list that one began from. */
	readonly index: number;
	readonly isTakenAway: boolean;
}

/** Operations of `before` that are not in `after` any more, then those that come new at its end. */
export function differenceOfPlans(
	before: readonly PlanOperation[],
	after: readonly PlanOperation[],
): readonly PlanChange[] {
	let kept = 0;
	const texts = after.map(canonicalJson);
	const changes: PlanChange[] = [];
	for (const [index, operation] of before.entries())
		if (kept < after.length && canonicalJson(operation) === texts[kept]) kept++;
		else changes.push({ operation, index, isTakenAway: true });
	for (let index = kept; index < after.length; index++)
		changes.push({ operation: after[index], index, isTakenAway: false });
	return changes;
}

/** How many operations two lists have in common at their beginning. */
export function sharedLength(a: readonly PlanOperation[], b: readonly PlanOperation[]): number {
	let shared = 0;
	while (
		shared < Math.min(a.length, b.length) &&
		(a[shared] === b[shared] || canonicalJson(a[shared]) === canonicalJson(b[shared]))
	)
		shared++;
	return shared;
}
