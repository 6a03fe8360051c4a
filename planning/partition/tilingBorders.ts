// Borders for drawing, from the arcs: each once, with the coarsest level it separates, so that no line lies double.
import type { CellRecord, UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { lonLatArc } from "./lonLatShape.ts";
import { ARC_FLAG, type Tiling } from "./Tiling.ts";

/** Levels that draw a border, the coarsest first. */
const LEVELS = ["district", "street", "committee"] as const;

export interface TilingBorder {
	readonly level: (typeof LEVELS)[number];
	/** True when another basic management unit, or none, begins here; the same for circles. */
	readonly bmu: boolean;
	readonly circle: boolean;
	/** A line fixed by law (法定界线). */
	readonly legal: boolean;
	readonly line: readonly LonLat[];
}

/** A line per arc whose sides differ at some level, also against the outside. Units by cell of the tiling. */
export function tilingBorders(
	tiling: Tiling,
	unitsOfCell: readonly CellRecord["units"][],
): TilingBorder[] {
	const { arcLeft, arcRight, arcFlags } = tiling;
	const borders: TilingBorder[] = [];
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const [left, right] = [unitsOfCell[arcLeft[arc]] ?? {}, unitsOfCell[arcRight[arc]] ?? {}];
		const differs = (kind: UnitKind) => left[kind] !== right[kind];
		const level = LEVELS.find(differs);
		if (level === undefined) continue;
		borders.push({
			level,
			bmu: differs("bmu"),
			circle: differs("circle"),
			legal: (arcFlags[arc] & ARC_FLAG.legal) !== 0,
			line: lonLatArc(tiling, arc),
		});
	}
	return borders;
}
