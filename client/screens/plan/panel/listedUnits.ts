// Which units the panel lists, in an order that does not move under the cursor: by code, and whatever a stroke has touched
// stays until the stroke is over. Pure.
import { byCodeUnit } from "../../../../planning/city/codeUnitOrder.ts";
import type { UnitKind } from "../../../../planning/city/records.ts";
import type { UnitMeasure } from "../../../../planning/plan/measure/Measurement.ts";
import type { PlanView } from "../../../data/plan/planMessages.ts";
import type { Sides } from "./unitRows.ts";

export interface ListedUnit extends Sides {
	readonly code: string;
	/** Unfolded at first: decided when it is listed, for good. */
	readonly isOpen: boolean;
}

export interface Listed {
	readonly view: PlanView;
	readonly layer: UnitKind;
	readonly units: readonly ListedUnit[];
}

/** As many are unfolded without being asked. */
const OPEN_AT_ONCE = 6;

/** The same object while nothing else is asked. */
export function nextListed(last: Listed | null, view: PlanView, layer: UnitKind): Listed {
	if (last?.view === view && last.layer === layer) return last;
	const before = ofLayer(view.measurement.before, layer);
	const after = ofLayer(view.measurement.after, layer);
	const known = new Set(view.known);
	const old = last?.layer === layer ? last.units : [];
	const isSameStroke =
		view.isPreview && last?.layer === layer && last.view.version === view.version;
	const units = new Map<string, Omit<ListedUnit, "isOpen">>();
	if (isSameStroke)
		for (const unit of old) if (unit.before !== null) units.set(unit.code, unmoved(unit));
	for (const code of new Set([...before.keys(), ...after.keys()]))
		units.set(code, {
			code,
			before: before.get(code) ?? null,
			after: after.get(code) ?? null,
			isKnown: known.has(code),
		});
	const sorted = [...units.values()].sort((a, b) => byCodeUnit(a.code, b.code));
	return { view, layer, units: unfolded(sorted, old) };
}

/** What the stroke touched and left again is as the snapshot has it. */
function unmoved({ code, before, isKnown }: ListedUnit): Omit<ListedUnit, "isOpen"> {
	return { code, before, after: before, isKnown };
}

function unfolded(
	units: readonly Omit<ListedUnit, "isOpen">[],
	old: readonly ListedUnit[],
): ListedUnit[] {
	const known = new Map(old.map(({ code, isOpen }) => [code, isOpen]));
	let free = OPEN_AT_ONCE - units.filter(({ code }) => known.get(code)).length;
	return units.map((unit) => ({ ...unit, isOpen: known.get(unit.code) ?? free-- > 0 }));
}

function ofLayer(
	figures: Readonly<Record<string, UnitMeasure>>,
	layer: UnitKind,
): Map<string, UnitMeasure> {
	return new Map(
		Object.values(figures)
			.filter(({ kind }) => kind === layer)
			.map((unit) => [unit.code, unit]),
	);
}
