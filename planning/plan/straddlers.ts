// Units that lie in several units of the layer above, after a border was drawn through them: allowed while drawing, to be
// settled before a plan is handed in, by giving their parts to neighbours or by making units of them.
import type { UnitKind } from "../city/records.ts";
import type { PlanState } from "./PlanState.ts";

export interface Straddler {
	readonly layer: "committee" | "street";
	readonly unit: string;
	/** Codes in the layer above, sorted. */
	readonly parents: readonly string[];
}

/** By layer, then unit. */
export function straddlers({ layers }: PlanState): Straddler[] {
	return [...within("street", "district"), ...within("committee", "street")];

	function within(layer: Straddler["layer"], above: UnitKind): Straddler[] {
		const parentsOf = new Map<number, Set<number>>();
		layers[layer].unitOfCell.forEach((unit, cell) => {
			const parent = layers[above].unitOfCell[cell];
			if (unit < 0 || parent < 0) return;
			const parents = parentsOf.get(unit);
			if (parents === undefined) parentsOf.set(unit, new Set([parent]));
			else parents.add(parent);
		});
		return [...parentsOf]
			.filter(([, parents]) => parents.size > 1)
			.sort(([a], [b]) => a - b)
			.map(([unit, parents]) => ({
				layer,
				unit: layers[layer].unitCode[unit],
				parents: [...parents].map((parent) => layers[above].unitCode[parent]).sort(),
			}));
	}
}
