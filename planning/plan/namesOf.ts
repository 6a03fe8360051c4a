// What an operation names: cells, units, facilities. For telling what changed under it, and for finding it in a list.
import type { UnitKind } from "../city/records.ts";
import type { PlanOperation } from "../wire/plans.ts";

export interface OperationNames {
	/** Codes of cells. */
	readonly cells: readonly string[];
	/** Units that must be there already. */
	readonly units: readonly { readonly layer: UnitKind; readonly code: string }[];
	/** Ids of facilities that must be there already. */
	readonly facilities: readonly string[];
}

const NOTHING: OperationNames = { cells: [], units: [], facilities: [] };

export function namesOf(op: PlanOperation): OperationNames {
	const units = (layer: UnitKind, ...codes: (string | null | undefined)[]) =>
		codes.flatMap((code) => (code ? [{ layer, code }] : []));
	switch (op.op) {
		case "assign":
			return { ...NOTHING, cells: op.cells, units: units(op.layer, op.to) };
		case "cut":
			return { ...NOTHING, cells: [op.cell] };
		case "joinCells":
			return { ...NOTHING, cells: op.cells };
		case "reshape":
		case "lockBorder":
		case "unlockBorder":
			return { ...NOTHING, units: units(op.layer, ...op.units) };
		case "merge":
			return { ...NOTHING, units: units(op.layer, ...op.units, op.into) };
		case "createUnit":
			return { ...NOTHING, cells: op.cells };
		case "dissolveUnit":
			return { ...NOTHING, units: units(op.layer, op.unit, op.to) };
		case "rename":
		case "moveSeat":
		case "reparent":
			return { ...NOTHING, units: units(op.layer, op.unit) };
		case "changeKind":
			return { ...NOTHING, units: units("street", op.unit) };
		case "moveFacility":
		case "closeFacility":
			return { ...NOTHING, facilities: [op.id] };
		case "addFacility":
		case "openLink":
		case "closeLink":
			return NOTHING;
	}
}
