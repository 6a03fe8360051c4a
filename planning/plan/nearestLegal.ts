// The nearest operation that would be done, where one is refused: with the cells that would be cut off going along, without
// the one that holds the seat, with the parts of a cell that was cut meanwhile.
import type { OperationOf, PlanOperation } from "../wire/plans.ts";
import { whyNot } from "./applyOperation.ts";
import type { PlanRefusal } from "./PlanRefusal.ts";
import type { PlanState } from "./PlanState.ts";

/** Repairs follow from one another: a second unit may fall apart by what goes along. */
const MAX_STEPS = 4;

type Moving = OperationOf<"assign"> | OperationOf<"createUnit">;

/** null when the operation is legal as it is, or nothing near it is. */
export function nearestLegal(state: PlanState, op: PlanOperation): PlanOperation | null {
	if (op.op !== "assign" && op.op !== "createUnit") return null;
	let near: Moving = op;
	for (let step = 0; step <= MAX_STEPS; step++) {
		const refusal = whyNot(state, near);
		if (refusal === null) return step === 0 ? null : near;
		const cells = otherCells(near, refusal);
		if (cells === null || cells.length === 0) return null;
		near = { ...near, cells };
	}
	return null;
}

function otherCells(op: Moving, { code, layer, units, cells }: PlanRefusal): string[] | null {
	const receiver = op.op === "assign" ? op.to : op.code;
	switch (code) {
		case "unit.would-split":
		case "unit.leaves-enclave": {
			// what does not hang together with the receiver stays where it is
			if (layer === op.layer && units[0] === receiver)
				return op.cells.filter((cell) => !cells.includes(cell));
			const more = cells.filter((cell) => !op.cells.includes(cell));
			return more.length === 0 ? null : [...op.cells, ...more];
		}
		case "seat.outside":
			return op.op === "createUnit" && units[0] === op.code
				? null
				: op.cells.filter((cell) => !cells.includes(cell));
		case "parent.differs":
			if (op.layer === "district") return [...op.cells, ...cells]; // the rest of the street
			return op.cells.filter((cell) => !cells.includes(cell));
		case "arc.locked":
			return op.cells.filter((cell) => !cells.includes(cell));
		case "cell.unknown": {
			const gone = op.cells.find((cell) => cells.some((part) => part.startsWith(`${cell}-`)));
			return gone === undefined ? null : [...op.cells.filter((cell) => cell !== gone), ...cells];
		}
		default:
			return null;
	}
}
