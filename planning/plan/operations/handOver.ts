// Facilities of a unit that ended: whoever took its territory operates them.
import type { FacilityRecord, UnitKind } from "../../city/records.ts";
import { facilitiesOperatedBy, facilityKey } from "../facilitiesOf.ts";
import type { PlanState } from "../PlanState.ts";

/**
 * Facilities whose declared operator is one of the units go to the one they were fused into. Of a basic management unit
 * that goes to none they go to its town, of a circle to nobody: then the place decides, as for any without operator.
 */
export function handOver(
	state: PlanState,
	layer: UnitKind,
	gone: readonly number[],
	into: number,
): PlanState {
	const { units, unitCode } = state.layers[layer];
	let facilities: Map<string, FacilityRecord | null> | null = null;
	for (const unit of gone) {
		const heir = into >= 0 ? unitCode[into] : layer === "bmu" ? units[unit].parentCode : null;
		for (const facility of facilitiesOperatedBy(state, unitCode[unit])) {
			facilities ??= new Map(state.facilities);
			facilities.set(facilityKey(facility), { ...facility, operatorCode: heir });
		}
	}
	return facilities === null ? state : { ...state, facilities };
}
