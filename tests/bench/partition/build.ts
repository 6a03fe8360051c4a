// How long polygons take to become a tiling, and to be checked for what does not fit.
import type { UnitRecord } from "../../../planning/city/records.ts";
import { findTroubles } from "../../../planning/partition/build/findTroubles.ts";
import { subdivide } from "../../../planning/partition/build/Subdivision.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";

/** Figures of the committees of a city; `check` finds the same troubles without making the tiling. */
export async function buildFigures(units: readonly UnitRecord[]): Promise<Figure[]> {
	const committees = units.filter(({ kind }) => kind === "committee");
	const ms = leastMs({
		build: () => buildTiling(committees),
		check: () => findTroubles(subdivide(committees)),
	});
	return [
		{ id: "build", value: ms.build / 1000, unit: "s", atMost: 1.5 },
		{ id: "check", value: ms.check / 1000, unit: "s", atMost: 3 },
	];
}
