// What `planHash` says, with a breath in the middle and by Node's own SHA-256: other requests go on meanwhile.
import { createHash } from "node:crypto";
import { setImmediate as breath } from "node:timers/promises";
import { outcomeOf } from "../../../planning/plan/outcome.ts";
import type { PlanState } from "../../../planning/plan/PlanState.ts";
import { canonicalJson } from "../../../planning/wire/canonicalJson.ts";

export async function hashOfState(state: PlanState): Promise<string> {
	const outcome = outcomeOf(state);
	await breath();
	return createHash("sha256").update(canonicalJson(outcome)).digest("hex");
}
