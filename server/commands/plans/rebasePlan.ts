// A plan onto the current snapshot: an alternative of one's own beside it, with what still can be done; the rest is told.
import type { Knex } from "knex";
import { operationWords } from "../../../planning/plan/operationWords.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { rebase } from "../../../planning/plan/rebase.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import { canonicalJson } from "../../../planning/wire/canonicalJson.ts";
import type { PlanConflict } from "../../../planning/wire/plansApi.ts";
import { planBase } from "../../queries/planBase.ts";
import { planFor } from "../../queries/plans.ts";
import { hashOfState } from "./hashOfState.ts";
import { insertPlan } from "./insertPlan.ts";

/** The number of the new plan. Undone operations stay behind. Refused `plan.snapshot-gone` when the old base is gone. */
export async function rebasePlan(
	db: Knex,
	accountId: number,
	{ id, title }: { readonly id: number; readonly title: string },
): Promise<{ readonly id: number; readonly conflicts: readonly PlanConflict[] }> {
	const { note, group, snapshot, operations, done } = await planFor(db, accountId, id);
	const [from, to] = [await planBase(db, snapshot), await planBase(db, "current")];
	const drawn = { snapshot, operations: operations.slice(0, done) };
	const { plan, state, conflicts } = rebase(drawn, { from, to });
	const made = await insertPlan(db, accountId, {
		...{ title, note, group, snapshot: to.snapshot, isShared: false },
		content: {
			operations: canonicalJson(plan.operations),
			operationCount: plan.operations.length,
			done: plan.operations.length,
			hash: await hashOfState(state),
		},
	});
	const old = startState(from);
	return {
		id: made,
		conflicts: conflicts.map(({ index, operation, refusal, changed }) => ({
			index,
			step: operationWords(old, operation),
			refusal: refusal === null ? null : refusalWords(refusal, startState(to)),
			changed: changed.map(({ code }) => code),
		})),
	};
}
