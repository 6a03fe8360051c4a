// A plan as somebody hands it in: read strictly, every trouble with the operation it is in.
import { UNIT_KINDS } from "../city/records.ts";
import { canonicalJson } from "../wire/canonicalJson.ts";
import {
	MAX_OPERATIONS,
	OPERATION_SCHEMAS,
	type Plan,
	type PlanOperation,
	planEnvelopeSchema,
} from "../wire/plans.ts";
import { type PlanRefusal, refusalOf } from "./PlanRefusal.ts";

/** Which operation is refused, from 0, and why; -1 where it is the plan as a whole. */
export interface RefusedAt {
	readonly index: number;
	readonly refusal: PlanRefusal;
}

export type ReadPlan =
	| { readonly plan: Plan; readonly refused: null }
	| { readonly plan: null; readonly refused: RefusedAt };

/** The plan in a parsed JSON value; refused at the first operation that is not one. */
export function readPlan(value: unknown): ReadPlan {
	const envelope = planEnvelopeSchema.safeParse(value);
	if (!envelope.success)
		return refusedAt(-1, refusalOf("plan.malformed", { subject: firstOf(envelope.error) }));
	const { snapshot, operations } = envelope.data;
	if (operations.length > MAX_OPERATIONS)
		return refusedAt(-1, refusalOf("plan.too-long", { subject: String(operations.length) }));
	const read: PlanOperation[] = [];
	for (const [index, operation] of operations.entries()) {
		const { op, refusal } = readOperation(operation);
		if (refusal !== null) return refusedAt(index, refusal);
		read.push(op);
	}
	return { plan: { snapshot, operations: read }, refused: null };
}

/** One operation; strict, so that a member with a wrong name is not quietly left out. */
export function readOperation(
	value: unknown,
):
	| { readonly op: PlanOperation; readonly refusal: null }
	| { readonly op: null; readonly refusal: PlanRefusal } {
	const members = typeof value === "object" && value !== null ? value : {};
	const name = "op" in members ? String(members.op) : "";
	if (!Object.hasOwn(OPERATION_SCHEMAS, name)) return not("operation.unknown", name);
	if ("layer" in members && !UNIT_KINDS.some((kind) => kind === members.layer))
		return not("layer.unknown", String(members.layer));
	const parsed = OPERATION_SCHEMAS[name as PlanOperation["op"]].safeParse(value);
	return parsed.success
		? { op: parsed.data, refusal: null }
		: not("operation.malformed", firstOf(parsed.error));

	function not(
		code: "operation.unknown" | "layer.unknown" | "operation.malformed",
		subject: string,
	) {
		return { op: null, refusal: refusalOf(code, { subject: subject.slice(0, 200) }) };
	}
}

/** A plan as it is kept and sent: RFC 8785 JSON, the same text for the same plan. */
export function planJson({ snapshot, operations }: Plan): string {
	return canonicalJson({ snapshot, operations });
}

function refusedAt(index: number, refusal: PlanRefusal): ReadPlan {
	return { plan: null, refused: { index, refusal } };
}

interface SchemaError {
	readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

function firstOf({ issues: [issue] }: SchemaError): string {
	return `${issue.path.map(String).join(".") || "."}: ${issue.message}`;
}
