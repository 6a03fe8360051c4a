import type { MultiPolygonRings } from "../geo/LonLat.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { selfCrossing } from "./selfCrossing.ts";

/** Tell where a boundary crosses itself. */
export function noteSelfCrossing(cells: FeatureCells, polygons: MultiPolygonRings): void {
	const crossing = selfCrossing(polygons);
	if (crossing === null) return;
	cells.standAt(crossing);
	cells.note("warning", "geometry.self-crossing", {
		zh: `边界在 (${crossing.join(", ")}) 附近自相交。请重画；接受后原样导入，面积可能不准。`,
		en: `its boundary crosses itself near (${crossing.join(", ")}). Draw it again; if accepted, it is kept and its area may be wrong.`,
	});
}
