// In how many committees of the snapshot the cells lie that belong elsewhere now. Pure.
import type { UnitKind } from "../../../../planning/city/records.ts";
import type { PlanPicture } from "../../../../planning/plan/drawing/PlanPicture.ts";

type Cells = Pick<PlanPicture, "cellUnits"> & {
	readonly cells: readonly Pick<PlanPicture["cells"][number], "unitsBefore">[];
};

export function movedCommittees({ cells, cellUnits }: Cells, layer: UnitKind): number {
	const committees = new Set<string>();
	cells.forEach(({ unitsBefore }, i) => {
		const isMoved = cellUnits[i]?.[layer] !== unitsBefore[layer];
		if (isMoved && unitsBefore.committee !== undefined) committees.add(unitsBefore.committee);
	});
	return committees.size;
}
