// All operations of a plan, and the one way to do any of them.
import type { OperationName, OperationOf, PlanOperation } from "../wire/plans.ts";
import { assign } from "./operations/assign.ts";
import { createUnit } from "./operations/createUnit.ts";
import { addFacility, closeFacility, moveFacility } from "./operations/facilities.ts";
import { dissolveUnit, merge } from "./operations/fuseUnits.ts";
import { closeLink, openLink } from "./operations/links.ts";
import { lockBorder, unlockBorder } from "./operations/locks.ts";
import { cut, joinCells, reshape } from "./operations/territoryEdits.ts";
import { changeKind, moveSeat, rename, reparent } from "./operations/unitRecords.ts";
import type { Outcome, PlanRefusal } from "./PlanRefusal.ts";
import type { PlanState } from "./PlanState.ts";

type Apply<N extends OperationName> = (state: PlanState, op: OperationOf<N>) => Outcome<PlanState>;

const OPERATIONS: { readonly [N in OperationName]: Apply<N> } = {
	assign,
	cut,
	joinCells,
	reshape,
	merge,
	createUnit,
	dissolveUnit,
	rename,
	changeKind,
	moveSeat,
	reparent,
	addFacility,
	moveFacility,
	closeFacility,
	openLink,
	closeLink,
	lockBorder,
	unlockBorder,
};

/** The state after an operation, or why it is not done. The operation is one that `readPlan` would let through. */
export function applyOperation(state: PlanState, op: PlanOperation): Outcome<PlanState> {
	return (OPERATIONS[op.op] as Apply<OperationName>)(state, op);
}

/** Why an operation would not be done; null when it would. */
export function whyNot(state: PlanState, op: PlanOperation): PlanRefusal | null {
	return applyOperation(state, op).refusal;
}
