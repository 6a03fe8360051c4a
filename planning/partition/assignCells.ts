// Cells from the finest committed division layer, and the unit of each layer that every cell belongs to (归属).

import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { CellRecord, UnitKind, UnitRecord } from "../city/records.ts";
import { type Misfit, nest } from "./nest.ts";

/** Levels that can be cells, the finest first. */
const CELL_LEVELS: readonly UnitKind[] = ["committee", "street", "district"];

/** The level whose units are the cells; undefined without committees, streets or districts. */
export function cellLevelOf(units: readonly Pick<UnitRecord, "kind">[]): UnitKind | undefined {
	return CELL_LEVELS.find((kind) => units.some((unit) => unit.kind === kind));
}

/**
 * The cells of a city, sorted by code, each with its units. Without committees, streets or districts there are none.
 * Cells that do not fit coarser units go to `onMisfit`.
 */
export function assignCells(
	units: readonly UnitRecord[],
	onMisfit: (misfit: Misfit) => void = () => {},
): CellRecord[] {
	const cellKind = cellLevelOf(units);
	if (cellKind === undefined) return [];
	const cells = units
		.filter(({ kind }) => kind === cellKind)
		.sort((a, b) => byCodeUnit(a.code, b.code));
	const nesting = nest(cells, cellKind, units);
	nesting.misfits.forEach(onMisfit);
	return cells.map(({ code, polygons }, index) => ({
		code,
		polygons,
		units: { [cellKind]: code, ...nesting.units[index] },
	}));
}
