// How fast a plan is done again from its snapshot: operations of all kinds at random, such that all of them are done.
import { applyOperation } from "../../../planning/plan/applyOperation.ts";
import type { PlanBase } from "../../../planning/plan/PlanBase.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { replay } from "../../../planning/plan/replay.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { grownBase, operationOf, seededPicks } from "../../planning/plan/randomPlans.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";

const OPERATIONS = 1_000;

/** Figures of replaying a plan; without a base, on 6,000 grown cells in 220 street-level units. */
export async function replayFigures(
	base: PlanBase = grownBase({ cells: 6_000, streets: 220, squaresPerCell: 20, seed: 1 }),
): Promise<Figure[]> {
	const operations = drawn(base);
	const ms = leastMs({ replay: () => replay(base, operations) });
	return [{ id: "replay-1000", value: ms.replay / 1_000, unit: "s", atMost: 2 }];
}

/** About half assign, one in seven cuts or redraws a border, the rest is everything else. */
function drawn(base: PlanBase): PlanOperation[] {
	const operations: PlanOperation[] = [];
	let state = startState(base);
	for (const [number, pick] of seededPicks(4 * OPERATIONS, 7).entries()) {
		if (operations.length === OPERATIONS) break;
		const op = operationOf(state, pick, number);
		const outcome = applyOperation(state, op);
		if (outcome.refusal !== null) continue;
		operations.push(op);
		state = outcome.state;
	}
	if (operations.length < OPERATIONS) throw new Error(`Only ${operations.length} operations.`);
	return operations;
}
