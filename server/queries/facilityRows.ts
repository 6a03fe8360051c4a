// The table of facilities (台账), each with its operator and the units that contain it.
import { type Located, unitAt } from "../../planning/coverage/located.ts";
import type { FacilityRow } from "../../planning/wire/api.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";

/** Every facility of a snapshot, by category, then id. */
export const facilityRows = remembered<number, readonly FacilityRow[]>(
	2,
	async (db, snapshotId) => {
		const located = await locatedCity(db, snapshotId);
		return located.city.facilities.map((_, facility) => facilityRow(located, facility));
	},
);

function facilityRow(located: Located, facility: number): FacilityRow {
	const record = located.city.facilities[facility];
	const operator = located.operators[facility];
	if (record === undefined || operator === undefined) throw new Error(`No facility ${facility}.`);
	const cell = located.facilityCell[facility] ?? -1;
	const street = unitAt(located, cell, "street");
	const committee = unitAt(located, cell, "committee");
	return {
		id: record.id,
		category: record.category,
		name: record.name,
		lon: record.lonLat[0],
		lat: record.lonLat[1],
		floorAreaM2: record.floorAreaM2,
		capacity: record.capacity,
		operatorCode: operator.unit?.code ?? record.operatorCode,
		operatorName: operator.unit?.name ?? null,
		operatorPresumed: operator.isPresumed,
		premisesId: record.premisesId,
		address: record.address,
		streetCode: street?.code ?? null,
		streetName: street?.name ?? null,
		committeeCode: committee?.code ?? null,
		committeeName: committee?.name ?? null,
	};
}
