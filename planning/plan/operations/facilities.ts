// Operations on facilities: one more, one elsewhere, one less. They lie over the base's and change no territory.
import type { FacilityRecord } from "../../city/records.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import type { OperationOf } from "../../wire/plans.ts";
import { facilitiesNamed, facilityKey, isFacilityTaken } from "../facilitiesOf.ts";
import { type Outcome, type Refusal, refused } from "../PlanRefusal.ts";
import { type PlanState, unitNumber } from "../PlanState.ts";
import { cellHolding, isRefused } from "./named.ts";

/** Refused: a category that the standard lacks, an id in use (closed ones too), a place outside, an unknown operator. */
export function addFacility(state: PlanState, op: OperationOf<"addFacility">): Outcome<PlanState> {
	const { id, category, at, name } = op;
	if (categoryOf(category) === undefined) return refused("category.unknown", { subject: category });
	if (isFacilityTaken(state, facilityKey(op)))
		return refused("facility.id-not-free", { subject: id });
	const cell = cellHolding(state, at);
	if (isRefused(cell)) return cell;
	const operatorCode = op.operator ?? null;
	const isOperator = Object.values(state.layers).some(
		(layer) => unitNumber(layer, operatorCode) >= 0,
	);
	if (operatorCode !== null && !isOperator)
		return refused("unit.unknown", { subject: operatorCode });
	const unknown = { serviceAreaM2: null, officeAreaM2: null, capacity: null };
	return replaced(state, {
		...{ id, category, name, lonLat: at, ...unknown, operatorCode },
		floorAreaM2: op.floorAreaM2 ?? null,
		premisesId: null,
		address: null,
		entrances: [],
	});
}

/** It stands elsewhere and has its door there; its address and its premises stay behind. */
export function moveFacility(
	state: PlanState,
	op: OperationOf<"moveFacility">,
): Outcome<PlanState> {
	const facility = oneNamed(state, op);
	if ("refusal" in facility) return facility;
	const cell = cellHolding(state, op.at);
	if (isRefused(cell)) return cell;
	const moved = { lonLat: op.at, entrances: [], address: null, premisesId: null };
	return replaced(state, { ...facility, ...moved });
}

export function closeFacility(
	state: PlanState,
	op: OperationOf<"closeFacility">,
): Outcome<PlanState> {
	const facility = oneNamed(state, op);
	if ("refusal" in facility) return facility;
	const facilities = new Map(state.facilities).set(facilityKey(facility), null);
	return { state: { ...state, facilities }, refusal: null };
}

/** An id is one of a category; where several categories have it, the category must be named. */
function oneNamed(
	state: PlanState,
	{ id, category }: Pick<OperationOf<"closeFacility">, "id" | "category">,
): FacilityRecord | Refusal {
	const [facility, another] = facilitiesNamed(state, id, category);
	if (facility === undefined) return refused("facility.unknown", { subject: id });
	if (another !== undefined)
		return refused("facility.ambiguous", { subject: `${facility.category}, ${another.category}` });
	return facility;
}

function replaced(state: PlanState, facility: FacilityRecord): Outcome<PlanState> {
	const facilities = new Map(state.facilities).set(facilityKey(facility), facility);
	return { state: { ...state, facilities }, refusal: null };
}
