// What somebody hands in to be kept: read strictly, and written the one way it is kept.
import { refusalOf } from "../../../planning/plan/PlanRefusal.ts";
import { readOperation } from "../../../planning/plan/readPlan.ts";
import { canonicalJson } from "../../../planning/wire/canonicalJson.ts";
import { MAX_OPERATIONS, type PlanOperation } from "../../../planning/wire/plans.ts";
import { planRefused } from "../../queries/replayedPlan.ts";
import { pacer } from "../ImportControl.ts";

export interface PlanContent {
	readonly operations: readonly PlanOperation[];
	/** RFC 8785 JSON of each of them. */
	readonly texts: readonly string[];
	/** How many of them are done. */
	readonly done: number;
}

/** Refused 422 at the first operation that is not one, and `plan.too-long`. */
export async function readContent({
	operations: given,
	done = given.length,
}: {
	readonly operations: readonly unknown[];
	readonly done?: number | undefined;
}): Promise<PlanContent> {
	if (given.length > MAX_OPERATIONS) {
		const refusal = refusalOf("plan.too-long", { subject: String(given.length) });
		throw planRefused({ index: -1, refusal }, null);
	}
	const breathe = pacer({});
	const operations: PlanOperation[] = [];
	const texts: string[] = [];
	for (const [index, operation] of given.entries()) {
		const { op, refusal } = readOperation(operation);
		if (refusal !== null) throw planRefused({ index, refusal }, null);
		operations.push(op);
		texts.push(canonicalJson(op));
		await breathe();
	}
	return { operations, texts, done };
}

/** The list as it is kept. */
export function contentText({ texts }: PlanContent): string {
	return `[${texts.join(",")}]`;
}
