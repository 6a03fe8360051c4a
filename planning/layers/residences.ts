// Residences (居住点): points with counts of people and households. Counts only, never persons.
import type { ResidenceRecord } from "../city/records.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { pointOf } from "./places.ts";
import { idOf, type RecordReader } from "./RecordReader.ts";

export const residenceReader: RecordReader<ResidenceRecord> = {
	required: ["residents"],
	holdsPeople: true,
	isPlaced: true,
	identityOf: ({ id }) => id,
	read: readResidence,
};

function readResidence(cells: FeatureCells): ResidenceRecord | null {
	const lonLat = pointOf(cells);
	const residents = cells.count("residents");
	const id = idOf(cells);
	const households = cells.count("households");
	const elders = cells.count("elders");
	const children = cells.count("children");
	const declaredUnitCode = cells.unitCode("unit");
	const parts = (elders ?? 0) + (children ?? 0);
	if (residents !== null && parts > residents)
		cells.note("warning", "residence.parts-exceed-total", {
			zh: `老年人与儿童合计 ${parts} 人，多于常住人口 ${residents} 人。请核对。`,
			en: `elders and children are ${parts} together, more than the ${residents} residents. Check the counts.`,
		});
	if (lonLat === null || cells.isBlocked) return null;
	// written out: a spread makes an object four times as large, and there may be a million
	return { id, lonLat, residents: residents ?? 0, households, elders, children, declaredUnitCode };
}
