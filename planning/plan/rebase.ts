// A plan onto a newer snapshot: what still can be done is done, everything else is told, and so is what changed under it.
import type { UnitKind } from "../city/records.ts";
import type { MultiPolygonRings } from "../geo/LonLat.ts";
import { lonLatShape } from "../partition/lonLatShape.ts";
import { cellShape } from "../partition/shape.ts";
import type { Plan, PlanOperation } from "../wire/plans.ts";
import { applyOperation } from "./applyOperation.ts";
import { cellRings, isSameGround } from "./cellRings.ts";
import { baseFacilities } from "./facilitiesOf.ts";
import { namesOf } from "./namesOf.ts";
import type { PlanBase } from "./PlanBase.ts";
import type { PlanRefusal } from "./PlanRefusal.ts";
import { cellNumber, type PlanState, startState } from "./PlanState.ts";

export interface Conflict {
	/** Of the operation in the plan as it was. */
	readonly index: number;
	readonly operation: PlanOperation;
	/** Why it cannot be done any more; null when it could, though what it names is not what it was. */
	readonly refusal: PlanRefusal | null;
	/** What is different on the new snapshot of what it names. */
	readonly changed: readonly Changed[];
}

export interface Changed {
	readonly what: "cell" | "cell-units" | "unit" | "facility";
	readonly layer: UnitKind | null;
	readonly code: string;
}

export interface Rebased {
	/** On the new snapshot, without what cannot be done on it. */
	readonly plan: Plan;
	readonly state: PlanState;
	readonly conflicts: readonly Conflict[];
}

/** Operations go on as they are; nothing is guessed. */
export function rebase(
	{ operations }: Plan,
	{ from, to }: { readonly from: PlanBase; readonly to: PlanBase },
): Rebased {
	let state = startState(to);
	const kept: PlanOperation[] = [];
	const conflicts: Conflict[] = [];
	for (const [index, operation] of operations.entries()) {
		const changed = changedUnder(operation, from, to);
		const outcome = applyOperation(state, operation);
		if (outcome.refusal === null) {
			kept.push(operation);
			state = outcome.state;
		}
		if (outcome.refusal !== null || changed.length > 0)
			conflicts.push({ index, operation, refusal: outcome.refusal, changed });
	}
	return { plan: { snapshot: to.snapshot, operations: kept }, state, conflicts };
}

function changedUnder(operation: PlanOperation, from: PlanBase, to: PlanBase): Changed[] {
	const { cells, units, facilities } = namesOf(operation);
	const changed: Changed[] = [];
	for (const code of cells) {
		const [old, now] = [cellNumber(from.tiling, code), cellNumber(to.tiling, code)];
		if (old < 0) continue; // a part that the plan cuts
		if (!hasSameGround(from, old, to, now)) changed.push({ what: "cell", layer: null, code });
		if (now >= 0 && unitsOf(from, old) !== unitsOf(to, now))
			changed.push({ what: "cell-units", layer: null, code });
	}
	for (const { layer, code } of units)
		if (unitText(from, layer, code) !== unitText(to, layer, code))
			changed.push({ what: "unit", layer, code });
	for (const code of facilities)
		if (facilityText(from, code) !== facilityText(to, code))
			changed.push({ what: "facility", layer: null, code });
	return changed;
}

function hasSameGround(from: PlanBase, old: number, to: PlanBase, now: number): boolean {
	if (now < 0) return false;
	if (JSON.stringify(from.tiling.frame) === JSON.stringify(to.tiling.frame))
		return isSameGround(cellRings(from.tiling, old), cellRings(to.tiling, now));
	return roundedPlaces(from, old) === roundedPlaces(to, now);
}

/** Corners to six decimals of a degree, a decimetre: where planes differ only degrees can be compared. */
function roundedPlaces({ tiling }: PlanBase, cell: number): string {
	const shape: MultiPolygonRings = lonLatShape(tiling, cellShape(tiling, cell));
	const corners = shape.flat(2).map(([lon, lat]) => `${lon.toFixed(6)} ${lat.toFixed(6)}`);
	return [...new Set(corners)].sort().join();
}

function unitsOf({ layers }: PlanBase, cell: number): string {
	return Object.values(layers)
		.map(({ unitCode, unitOfCell }) => unitCode[unitOfCell[cell]] ?? "")
		.join(" ");
}

function unitText({ layers }: PlanBase, layer: UnitKind, code: string): string {
	return JSON.stringify(layers[layer].units.find((unit) => unit.code === code) ?? null);
}

function facilityText(base: PlanBase, id: string): string {
	return JSON.stringify([...baseFacilities(base).values()].filter((one) => one.id === id));
}
