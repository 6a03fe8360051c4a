// A plan (方案) as it is stored and sent: a snapshot and an ordered list of operations; `docs/plan-format.md` has one
// example of each. Objects are strict: a member that nobody reads is a mistake somebody should hear of.
import * as z from "zod";
import { unitKindSchema } from "./api.ts";

/** More operations than this are refused: a plan of a whole city takes some hundred. */
export const MAX_OPERATIONS = 10_000;
const MAX_POINTS = 10_000;
const MAX_CELLS = 20_000;

const lonLatSchema = z
	.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
	.readonly();
const lineSchema = z.array(lonLatSchema).min(2).max(MAX_POINTS).readonly();
const nameSchema = z.string().trim().min(1).max(80);
/** Codes as they are kept; a new unit may have a provisional one. */
const codeSchema = z
	.string()
	.min(1)
	.max(60)
	.regex(/^[\p{L}\p{N}._-]+$/u, "letters, digits, dot, dash and underline only");
const idSchema = z.string().min(1).max(200);
const cellsSchema = z.array(codeSchema).min(1).max(MAX_CELLS).readonly();
const streetKindSchema = z.enum(["subdistrict", "town", "township", "other"]);

/** One schema per operation. */
export const OPERATION_SCHEMAS = {
	assign: z.strictObject({
		op: z.literal("assign"),
		layer: unitKindSchema,
		cells: cellsSchema,
		/** null: to none, for basic management units and circles. */
		to: codeSchema.nullable(),
	}),
	cut: z.strictObject({ op: z.literal("cut"), cell: codeSchema, line: lineSchema }),
	joinCells: z.strictObject({
		op: z.literal("joinCells"),
		cells: z.array(codeSchema).min(2).max(MAX_CELLS).readonly(),
		into: codeSchema,
	}),
	reshape: z.strictObject({
		op: z.literal("reshape"),
		layer: unitKindSchema,
		units: z.tuple([codeSchema, codeSchema]).readonly(),
		line: lineSchema,
	}),
	merge: z.strictObject({
		op: z.literal("merge"),
		layer: unitKindSchema,
		units: z.array(codeSchema).min(1).max(1_000).readonly(),
		into: codeSchema,
	}),
	createUnit: z.strictObject({
		op: z.literal("createUnit"),
		layer: unitKindSchema,
		code: codeSchema,
		name: nameSchema,
		streetKind: streetKindSchema.optional(),
		parent: codeSchema.optional(),
		cells: cellsSchema,
		seat: lonLatSchema.optional(),
	}),
	dissolveUnit: z.strictObject({
		op: z.literal("dissolveUnit"),
		layer: unitKindSchema,
		unit: codeSchema,
		to: codeSchema.nullable(),
	}),
	rename: z.strictObject({
		op: z.literal("rename"),
		layer: unitKindSchema,
		unit: codeSchema,
		name: nameSchema,
	}),
	changeKind: z.strictObject({
		op: z.literal("changeKind"),
		unit: codeSchema,
		streetKind: streetKindSchema,
	}),
	moveSeat: z.strictObject({
		op: z.literal("moveSeat"),
		layer: unitKindSchema,
		unit: codeSchema,
		at: lonLatSchema,
	}),
	reparent: z.strictObject({
		op: z.literal("reparent"),
		layer: unitKindSchema,
		unit: codeSchema,
		to: codeSchema,
	}),
	addFacility: z.strictObject({
		op: z.literal("addFacility"),
		id: idSchema,
		category: codeSchema,
		at: lonLatSchema,
		name: nameSchema,
		floorAreaM2: z.number().min(0).max(1e7).optional(),
		operator: codeSchema.optional(),
	}),
	moveFacility: z.strictObject({
		op: z.literal("moveFacility"),
		id: idSchema,
		category: codeSchema.optional(),
		at: lonLatSchema,
	}),
	closeFacility: z.strictObject({
		op: z.literal("closeFacility"),
		id: idSchema,
		category: codeSchema.optional(),
	}),
	openLink: z.strictObject({
		op: z.literal("openLink"),
		id: idSchema,
		from: lonLatSchema,
		to: lonLatSchema,
	}),
	closeLink: z.strictObject({
		op: z.literal("closeLink"),
		id: idSchema,
		/** Given: nobody walks any more through the street nearest to this place; `id` is a new name for that. */
		at: lonLatSchema.optional(),
	}),
	lockBorder: z.strictObject({
		op: z.literal("lockBorder"),
		layer: unitKindSchema,
		units: z.tuple([codeSchema, codeSchema]).readonly(),
	}),
	unlockBorder: z.strictObject({
		op: z.literal("unlockBorder"),
		layer: unitKindSchema,
		units: z.tuple([codeSchema, codeSchema]).readonly(),
	}),
} as const;

type Schemas = typeof OPERATION_SCHEMAS;
export type OperationName = keyof Schemas;
/** The operation of a name. */
export type OperationOf<N extends OperationName> = z.infer<Schemas[N]>;
export type PlanOperation = { [N in OperationName]: OperationOf<N> }[OperationName];

/** What is around the operations; each of them is read by its own schema. */
export const planEnvelopeSchema = z.strictObject({
	snapshot: z.union([z.literal("current"), z.string().regex(/^[0-9a-f]{64}$/)]),
	operations: z.array(z.unknown()),
});

export interface Plan {
	/** Hash of the snapshot it stands on, or whichever is current. */
	readonly snapshot: string;
	readonly operations: readonly PlanOperation[];
}
