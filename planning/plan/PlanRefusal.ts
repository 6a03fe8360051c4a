// Why an operation is not done: a stable code and what it is about. Words: `refusalWords.ts`.
import type { UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { EditRefusalCode } from "../partition/edit/TilingEdit.ts";

type OwnRefusalCode =
	| "arc.locked"
	| "bmu.not-town"
	| "border.none"
	| "border.not-locked"
	| "category.unknown"
	| "cell.unknown"
	| "cells.belong-apart"
	| "code.not-free"
	| "facility.ambiguous"
	| "facility.id-not-free"
	| "facility.unknown"
	| "layer.must-cover"
	| "layer.unknown"
	| "link.id-not-free"
	| "link.unknown"
	| "operation.malformed"
	| "operation.unknown"
	| "parent.differs"
	| "parent.none"
	| "place.outside-city"
	| "plan.malformed"
	| "plan.snapshot-gone"
	| "plan.too-long"
	| "seat.outside"
	| "unit.emptied"
	| "unit.leaves-enclave"
	| "unit.unknown"
	| "unit.would-split";

/** Codes of the plan, and those of edits of the territory. */
export type PlanRefusalCode = OwnRefusalCode | EditRefusalCode;

export interface PlanRefusal {
	readonly code: PlanRefusalCode;
	/** The layer of `units`. */
	readonly layer: UnitKind | null;
	/** Codes; the first is the unit it is about, the second the other one, where there is one. */
	readonly units: readonly string[];
	/** Codes of the cells that stand in the way. */
	readonly cells: readonly string[];
	/** The place on the map, when it is one. */
	readonly at: LonLat | null;
	/** What the operation says and nobody knows: an id, a code, a path within the operation. */
	readonly subject: string | null;
}

/** A refusal about whatever is given; the rest is empty. */
export function refusalOf(code: PlanRefusalCode, about: Partial<PlanRefusal> = {}): PlanRefusal {
	return { layer: null, units: [], cells: [], at: null, subject: null, ...about, code };
}

/** How an operation ends; a refused one leaves everything as it was. */
export type Outcome<T> =
	| { readonly state: T; readonly refusal: null }
	| { readonly state: null; readonly refusal: PlanRefusal };

/** Refused, as an outcome. */
export function refused(code: PlanRefusalCode, about: Partial<PlanRefusal> = {}): Refusal {
	return { state: null, refusal: refusalOf(code, about) };
}

export interface Refusal {
	readonly state: null;
	readonly refusal: PlanRefusal;
}
