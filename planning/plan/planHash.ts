// One hash for what a plan comes to: client and server must agree on it, and undoing gives back the one before.
import { canonicalJson } from "../wire/canonicalJson.ts";
import { outcomeOf } from "./outcome.ts";
import type { PlanState } from "./PlanState.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 of the RFC 8785 JSON of the outcome, as 64 hexadecimal digits. Reads the whole city: for saving, not drawing. */
export function planHash(state: PlanState): string {
	return sha256(new TextEncoder().encode(canonicalJson(outcomeOf(state))));
}
