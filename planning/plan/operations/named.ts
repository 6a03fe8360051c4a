// Cells, units and places that an operation names, found in the state; refused where there is no such thing.
import type { UnitKind } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { type Refusal, refused } from "../PlanRefusal.ts";
import { cellNumber, type PlanState, unitNumber } from "../PlanState.ts";
import { cellAt } from "../placeAt.ts";

/** Indices of cells, each once. A cell that was cut is refused with the codes of its parts. */
export function namedCells(
	state: PlanState,
	codes: readonly string[],
): readonly number[] | Refusal {
	const cells = new Set<number>();
	for (const code of codes) {
		const cell = cellNumber(state.tiling, code);
		if (cell < 0) return refused("cell.unknown", { subject: code, cells: partsOf(state, code) });
		cells.add(cell);
	}
	return [...cells];
}

/** Number of a living unit. */
export function namedUnit(state: PlanState, layer: UnitKind, code: string): number | Refusal {
	const unit = unitNumber(state.layers[layer], code);
	return unit >= 0 ? unit : refused("unit.unknown", { layer, subject: code });
}

/** The cell that holds a place. */
export function cellHolding(state: PlanState, at: LonLat): number | Refusal {
	const cell = cellAt(state, at);
	return cell >= 0 ? cell : refused("place.outside-city", { at });
}

export function isRefused(named: number | readonly number[] | Refusal): named is Refusal {
	return typeof named === "object" && "refusal" in named;
}

function partsOf({ base, tiling, baseCell }: PlanState, code: string): string[] {
	const cell = cellNumber(base.tiling, code);
	return cell < 0 ? [] : tiling.cellCode.filter((_, part) => baseCell[part] === cell);
}
