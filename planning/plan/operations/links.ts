// Operations on what can be walked: a gate or a crossing more, a street less. The plan says where; which edges of the
// street graph these are is found where walks are measured, since a graph numbers its edges anew with every version.
import type { OperationOf } from "../../wire/plans.ts";
import { type Outcome, refused } from "../PlanRefusal.ts";
import type { PlanState } from "../PlanState.ts";
import { cellHolding, isRefused } from "./named.ts";

/** Something new to walk on between two places of the city. */
export function openLink(state: PlanState, op: OperationOf<"openLink">): Outcome<PlanState> {
	const { id, from, to } = op;
	if (state.links.has(id)) return refused("link.id-not-free", { subject: id });
	for (const end of [from, to]) {
		const cell = cellHolding(state, end);
		if (isRefused(cell)) return cell;
	}
	const links = new Map(state.links).set(id, { kind: "opened", from, to });
	return { state: { ...state, links }, refusal: null };
}

/** Without a place: the plan's own link of this id goes again. With one: the street nearest to it is walked no more. */
export function closeLink(
	state: PlanState,
	{ id, at }: OperationOf<"closeLink">,
): Outcome<PlanState> {
	const links = new Map(state.links);
	if (at === undefined) {
		if (!links.delete(id)) return refused("link.unknown", { subject: id });
		return { state: { ...state, links }, refusal: null };
	}
	if (links.has(id)) return refused("link.id-not-free", { subject: id });
	const cell = cellHolding(state, at);
	if (isRefused(cell)) return cell;
	links.set(id, { kind: "closed", at });
	return { state: { ...state, links }, refusal: null };
}
