// Borders for drawing: every arc once, with the coarsest level it separates, so that no line lies double.
import type { CellRecord, UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { lonLatArc } from "./lonLatShape.ts";
import { OUTSIDE, type Tiling } from "./Tiling.ts";

/** Levels that draw a border, the coarsest first. */
const LEVELS = ["district", "street", "committee"] as const;

export interface BorderLine {
	readonly level: (typeof LEVELS)[number];
	/** True when another basic management unit, or none, begins here; the same for circles. */
	readonly bmu: boolean;
	readonly circle: boolean;
	readonly line: readonly LonLat[];
}

/** Borders between cells and against the outside; arcs between two cells of one unit throughout are left out. */
export function borderLines(
	tiling: Tiling,
	cells: readonly Pick<CellRecord, "code" | "units">[],
): BorderLine[] {
	const byCode = new Map(cells.map(({ code, units }) => [code, units]));
	const unitsOf = (cell: number): CellRecord["units"] =>
		(cell === OUTSIDE ? undefined : byCode.get(tiling.cellCode[cell])) ?? {};
	const lines: BorderLine[] = [];
	for (let arc = 0; arc < tiling.arcLeft.length; arc++) {
		const [a, b] = [unitsOf(tiling.arcLeft[arc]), unitsOf(tiling.arcRight[arc])];
		const differs = (kind: UnitKind) => a[kind] !== b[kind];
		const level = LEVELS.find(differs);
		if (level === undefined) continue;
		lines.push({
			level,
			bmu: differs("bmu"),
			circle: differs("circle"),
			line: lonLatArc(tiling, arc),
		});
	}
	return lines;
}
