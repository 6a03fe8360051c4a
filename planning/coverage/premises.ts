// Premises: one building of community service facilities (社区综合服务设施用房), counted once however many share it.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { FacilityRecord, UnitRecord } from "../city/records.ts";
import { PREMISES_SIZE_CATEGORIES, PREMISES_SUM_CATEGORIES } from "../standards/thresholds.ts";
import type { Located } from "./located.ts";

export interface Premises {
	/** The file's premises id, else category and id of its one facility. */
	readonly id: string;
	/** Indices of its facilities. */
	readonly facilities: readonly number[];
	readonly operators: readonly UnitRecord[];
	/** Floor area of its rooms; null when any of it is not stated. */
	readonly areaM2: number | null;
	readonly serviceAreaM2: number;
	readonly officeAreaM2: number;
	/** Holds a facility that 300 m² is asked of; a service point or cultural room alone does not. */
	readonly isSizeTested: boolean;
}

const SUMMED: ReadonlySet<string> = new Set(PREMISES_SUM_CATEGORIES);
const SIZE_TESTED: ReadonlySet<string> = new Set(PREMISES_SIZE_CATEGORIES);

/** All premises of a city, by id. */
export function premisesOf({
	city,
	operators,
}: Pick<Located, "operators"> & {
	readonly city: Pick<Located["city"], "facilities">;
}): Premises[] {
	const byId = new Map<string, number[]>();
	city.facilities.forEach(({ category, id, premisesId }, facility) => {
		if (!SUMMED.has(category)) return;
		const key = premisesId ?? `${category}:${id}`;
		const list = byId.get(key);
		if (list === undefined) byId.set(key, [facility]);
		else list.push(facility);
	});
	return [...byId]
		.sort(([a], [b]) => byCodeUnit(a, b))
		.map(([id, facilities]) => {
			const records = facilities.map((facility) => city.facilities[facility]);
			const units = facilities
				.map((facility) => operators[facility].unit)
				.filter((unit) => unit !== undefined);
			return {
				id,
				facilities,
				operators: [...new Set(units)],
				areaM2: sumOrNull(distinctRooms(records).map(areaOf)),
				serviceAreaM2: sumOf(distinctRooms(records).map((record) => record.serviceAreaM2 ?? 0)),
				officeAreaM2: sumOf(distinctRooms(records).map((record) => record.officeAreaM2 ?? 0)),
				isSizeTested: records.some(({ category }) => SIZE_TESTED.has(category)),
			};
		});
}

/**
 * Facilities of one building that are its own rooms: where a centre (党群, 综合服务, 居委会) states the same area as
 * another, both mean the same rooms and count once; different areas are different rooms. Cultural rooms and service
 * points are always rooms of their own.
 */
function distinctRooms(records: readonly FacilityRecord[]): FacilityRecord[] {
	const seen = new Set<number | null>();
	return records.filter((record) => {
		if (!SIZE_TESTED.has(record.category)) return true;
		const area = areaOf(record);
		if (area === null)
			return !records.some((other) => SIZE_TESTED.has(other.category) && areaOf(other) !== null);
		if (seen.has(area)) return false;
		seen.add(area);
		return true;
	});
}

/** Floor area as stated, else service and office rooms together. */
function areaOf({ floorAreaM2, serviceAreaM2, officeAreaM2 }: FacilityRecord): number | null {
	if (floorAreaM2 !== null) return floorAreaM2;
	if (serviceAreaM2 === null && officeAreaM2 === null) return null;
	return (serviceAreaM2 ?? 0) + (officeAreaM2 ?? 0);
}

function sumOrNull(areas: readonly (number | null)[]): number | null {
	return areas.reduce((sum, area) => (sum === null || area === null ? null : sum + area), 0);
}

function sumOf(areas: readonly number[]): number {
	return areas.reduce((sum, area) => sum + area, 0);
}
