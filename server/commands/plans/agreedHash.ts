// The server does what the browser did, with the same module, and must come to the same.
import type { Knex } from "knex";
import { hashDiffers } from "../../queries/plansRefused.ts";
import { planRefused } from "../../queries/replayedPlan.ts";
import { hashOfState } from "./hashOfState.ts";
import type { PlanContent } from "./readContent.ts";
import { replayKept } from "./replayKept.ts";

export interface Handed {
	/** Null for a plan that is not kept yet. */
	readonly planId: number | null;
	/** That it was made from; 0 for none. */
	readonly revision: number;
	readonly snapshot: string;
	readonly content: PlanContent;
	/** What the browser came to; without one there is nothing to agree on. */
	readonly hash?: string | undefined;
}

/**
 * Hash of what the operations that are done come to. Refused 404 `plan.snapshot-gone`; 422 with the code of the first
 * operation that is refused; 422 `plan.hash-differs`, logged as a defect.
 */
export async function agreedHash(db: Knex, handed: Handed): Promise<string> {
	const { planId, revision, snapshot, content, hash: sentHash } = handed;
	const { state, refused } = await replayKept(db, { planId, snapshot, content });
	if (refused !== null) throw planRefused(refused, state);
	const replayedHash = await hashOfState(state);
	if (sentHash !== undefined && sentHash !== replayedHash)
		throw hashDiffers({ plan: planId, revision, sentHash, replayedHash });
	return replayedHash;
}
