// Kept plans are saved again and again with a little more each time: the states of the last saves stay in memory, and a
// replay goes on from the last one that has nothing but the same operations behind it.
import type { Knex } from "knex";
import type { PlanBase } from "../../../planning/plan/PlanBase.ts";
import { type PlanState, startState } from "../../../planning/plan/PlanState.ts";
import { type Replayed, replaySteps } from "../../../planning/plan/replay.ts";
import { planBase } from "../../queries/planBase.ts";
import { pacer } from "../ImportControl.ts";
import type { PlanContent } from "./readContent.ts";

/** Plans, and states of each; a territory of 6,000 cells takes some megabytes. */
const KEPT_PLANS = 6;
const KEPT_STATES = 3;

interface Reached {
	/** How many operations are behind it. */
	readonly done: number;
	readonly state: PlanState;
}

interface Known {
	readonly texts: readonly string[];
	/** Along those, the farthest last. */
	readonly reached: readonly Reached[];
}

const perDatabase = new WeakMap<Knex, Map<number, Known>>();

/** Do the operations that are done, with a breath for other requests between them. Refused `plan.snapshot-gone`. */
export async function replayKept(
	db: Knex,
	{
		planId,
		snapshot,
		content: { operations, texts, done },
	}: {
		readonly planId: number | null;
		readonly snapshot: string;
		readonly content: PlanContent;
	},
): Promise<Replayed> {
	const base = await planBase(db, snapshot);
	const known = perDatabase.get(db) ?? new Map<number, Known>();
	perDatabase.set(db, known);
	const along = reachedAlong(planId === null ? undefined : known.get(planId), base, {
		texts: texts.slice(0, done),
	});
	const from = along.at(-1) ?? { done: 0, state: startState(base) };
	const replayed = await replayPaced(from, operations.slice(0, done));
	if (planId === null || replayed.refused !== null) return replayed;
	const here = { done, state: replayed.state };
	const reached = [...along.filter((one) => one.done < done), here].slice(-KEPT_STATES);
	known.delete(planId); // the last one saved is the last one dropped
	known.set(planId, { texts: texts.slice(0, done), reached });
	for (const oldest of known.keys()) {
		if (known.size <= KEPT_PLANS) break;
		known.delete(oldest);
	}
	return replayed;
}

/** The states that lie along a list too. */
function reachedAlong(
	known: Known | undefined,
	base: PlanBase,
	{ texts }: Pick<PlanContent, "texts">,
): readonly Reached[] {
	if (known === undefined) return [];
	let shared = 0;
	while (shared < texts.length && texts[shared] === known.texts[shared]) shared++;
	return known.reached.filter(({ done, state }) => done <= shared && state.base === base);
}

async function replayPaced(
	{ done, state }: Reached,
	operations: PlanContent["operations"],
): Promise<Replayed> {
	const breathe = pacer({});
	const steps = replaySteps(state, operations, done);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		await breathe();
	}
}
