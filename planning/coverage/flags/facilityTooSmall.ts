// Premises of community services under 300 m².
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag } from "../analysis.ts";
import { type Premises, premisesOf } from "../premises.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { idsOf, placeOf, residentsOf, rounded } from "./flagParts.ts";

/** Tested per premises, rooms summed; a service point or a cultural room alone is not tested. */
export const facilityTooSmall: FlagFinder = {
	code: "facility-too-small",
	isOn: true,
	find: (evidence) =>
		premisesOf(evidence.surveyed.located).flatMap((premises) => {
			const { areaM2, isSizeTested } = premises;
			const isSmall = isSizeTested && areaM2 !== null && areaM2 < THRESHOLDS.facilityMinM2.value;
			return isSmall ? [flagOf(evidence, premises, areaM2)] : [];
		}),
};

/** People affected: those of the units that operate it, each counted once. */
function flagOf({ surveyed }: Evidence, premises: Premises, areaM2: number): Flag {
	const { city } = surveyed;
	const { value: minM2, source, confidence } = THRESHOLDS.facilityMinM2;
	const records = premises.facilities.map((facility) => city.facilities[facility]);
	const residences = [
		...new Set(premises.operators.flatMap((unit) => surveyed.residencesOf(unit))),
	].sort((a, b) => a - b);
	return {
		id: `facility-too-small:${premises.id}`,
		flag: "facility-too-small",
		category: records[0].category,
		unitCodes: premises.operators.map(({ code }) => code).sort(),
		residents: residentsOf(surveyed, residences),
		residenceIds: idsOf(surveyed, residences),
		rule:
			`单个社区综合服务设施建筑面积达到 ${minM2} 平方米以上（${source}） / ` +
			`Each integrated community service premises has at least ${minM2} m²`,
		confidence,
		lever: "facility",
		figures: {
			premises: premises.id,
			name: records[0].name,
			areaM2: rounded(areaM2, 1),
			minAreaM2: minM2,
			serviceAreaM2: rounded(premises.serviceAreaM2, 1),
			officeAreaM2: rounded(premises.officeAreaM2, 1),
			facilities: records.map(({ category, id }) => `${category}:${id}`).join(" "),
		},
		...placeOf(records.map(({ lonLat }) => lonLat)),
	};
}
