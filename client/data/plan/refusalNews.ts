// A refusal as the page shows it: in words, where, and what could be done instead.
import { namesOf } from "../../../planning/plan/namesOf.ts";
import { nearestLegal } from "../../../planning/plan/nearestLegal.ts";
import { operationWords } from "../../../planning/plan/operationWords.ts";
import type { PlanRefusal } from "../../../planning/plan/PlanRefusal.ts";
import type { PlanState } from "../../../planning/plan/PlanState.ts";
import { refusalWords } from "../../../planning/plan/refusalWords.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import type { RefusalNews, Words } from "./planMessages.ts";

/** `op` was refused in `state`; the nearest legal one is looked for there. */
export function refusalNews(
	state: PlanState,
	op: PlanOperation,
	refusal: PlanRefusal,
): RefusalNews {
	const near = nearestLegal(state, op);
	return {
		...named(op, refusalWords(refusal, state)),
		code: refusal.code,
		at: refusal.at,
		index: null,
		cells: refusal.cells,
		nearest:
			near === null
				? null
				: { ...operationWords(state, near), op: near, cells: namesOf(near).cells },
	};
}

/** A unit that is not there yet is known by the name it was given, not by its code. */
function named(op: PlanOperation, { zh, en }: Words): Words {
	if (op.op !== "createUnit") return { zh, en };
	return { zh: zh.replaceAll(op.code, op.name), en: en.replaceAll(op.code, op.name) };
}

/** A refused step of a list; nothing near it is looked for. */
export function listRefusal(
	state: PlanState | null,
	{ index, refusal }: { readonly index: number; readonly refusal: PlanRefusal },
): RefusalNews {
	const { code, at, cells } = refusal;
	return { ...refusalWords(refusal, state), code, at, index, cells, nearest: null };
}
