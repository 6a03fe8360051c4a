// A unit's community service premises (社区综合服务设施用房) against the notice: 沪民基发〔2021〕7号 (十一).
import type { FacilityRecord } from "../../city/records.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { UnitStatistics } from "../unitStatistics.ts";

const NORM_M2 = THRESHOLDS.floorAreaPer100HouseholdsM2.value;
const MIN_M2 = THRESHOLDS.facilityMinM2.value;

export interface PremisesRow {
	readonly id: string;
	/** Of the facilities that share the building. */
	readonly names: readonly string[];
	readonly categories: readonly string[];
	/** Null where some of it is not stated. */
	readonly areaM2: number | null;
	readonly serviceAreaM2: number;
	readonly officeAreaM2: number;
	/** Below 300 m²; null where it is not asked of this building, or the area is not stated. */
	readonly isTooSmall: boolean | null;
}

export interface UnitFloorArea {
	/** The largest first, those without a stated area last. */
	readonly premises: readonly PremisesRow[];
	readonly areaM2: number;
	readonly serviceAreaM2: number;
	readonly officeAreaM2: number;
	readonly households: number;
	/** Null (无法计算) as in `UnitStatistics`. */
	readonly per100HouseholdsM2: number | null;
	/** What 35 m² per 100 households come to; null without households. */
	readonly neededM2: number | null;
	/** Still missing; 0 where the norm is met, null where it cannot be calculated. */
	readonly shortM2: number | null;
	/** One building of 300 m² or more; null where none is tested. */
	readonly hasLargeOne: boolean | null;
	readonly isConforming: boolean | null;
}

export function unitFloorArea(
	statistics: UnitStatistics,
	facilities: readonly FacilityRecord[],
): UnitFloorArea {
	const { judgedHouseholds, premisesAreaM2, floorAreaPer100HouseholdsM2 } = statistics;
	const neededM2 = judgedHouseholds > 0 ? (NORM_M2 * judgedHouseholds) / 100 : null;
	const tested = statistics.premises.filter(({ isSizeTested }) => isSizeTested);
	return {
		premises: premisesRows(statistics, facilities),
		areaM2: premisesAreaM2,
		serviceAreaM2: statistics.serviceAreaM2,
		officeAreaM2: statistics.officeAreaM2,
		households: judgedHouseholds,
		per100HouseholdsM2: floorAreaPer100HouseholdsM2,
		neededM2,
		shortM2:
			floorAreaPer100HouseholdsM2 === null || neededM2 === null
				? null
				: Math.max(0, neededM2 - premisesAreaM2),
		hasLargeOne: tested.length === 0 ? null : tested.some(({ areaM2 }) => (areaM2 ?? 0) >= MIN_M2),
		isConforming: statistics.isConforming,
	};
}

function premisesRows(
	{ premises }: UnitStatistics,
	facilities: readonly FacilityRecord[],
): PremisesRow[] {
	return premises
		.map(({ id, facilities: rooms, areaM2, serviceAreaM2, officeAreaM2, isSizeTested }) => ({
			id,
			names: rooms.map((room) => facilities[room].name),
			categories: [...new Set(rooms.map((room) => facilities[room].category))],
			areaM2,
			serviceAreaM2,
			officeAreaM2,
			isTooSmall: isSizeTested && areaM2 !== null ? areaM2 < MIN_M2 : null,
		}))
		.sort((a, b) => (b.areaM2 ?? -1) - (a.areaM2 ?? -1));
}
