// A plan done on the snapshot that it names.
import type { Knex } from "knex";
import type { PlanState } from "../../planning/plan/PlanState.ts";
import type { RefusedAt } from "../../planning/plan/readPlan.ts";
import { refusalWords } from "../../planning/plan/refusalWords.ts";
import { type Replayed, replay } from "../../planning/plan/replay.ts";
import type { Plan } from "../../planning/wire/plans.ts";
import { Refused } from "../errors.ts";
import { planBase } from "./planBase.ts";

/** Refused `plan.snapshot-gone`; a refused operation is told, not thrown. */
export async function replayedPlan(db: Knex, { snapshot, operations }: Plan): Promise<Replayed> {
	return replay(await planBase(db, snapshot), operations);
}

/** A refusal of a plan as one to throw: its words say which operation it is, counted from 0 as in the file's list. */
export function planRefused({ index, refusal }: RefusedAt, state: PlanState | null): Refused {
	const { zh, en } = refusalWords(refusal, state);
	if (index < 0) return new Refused(refusal.code, { zh, en });
	const details = [{ path: `operations.${index}`, message: en }];
	const words = {
		zh: `第 ${index + 1} 步（operations[${index}]）：${zh}`,
		en: `operations[${index}]: ${en}`,
	};
	return new Refused(refusal.code, words, { details });
}
