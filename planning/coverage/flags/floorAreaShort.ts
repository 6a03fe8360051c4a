// Less than 35 m² of community service premises per 100 households, at committee, circle and street level.
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { FlagFinder } from "./evidence.ts";
import { rounded, unitWhereabouts } from "./flagParts.ts";

const LEVELS: readonly string[] = ["committee", "circle", "street"];

/** Premises count once; units whose figure cannot be calculated (无法计算) are not flagged. */
export const floorAreaShort: FlagFinder = {
	code: "floor-area-short",
	isOn: true,
	find(evidence) {
		const { value: normM2, source, confidence } = THRESHOLDS.floorAreaPer100HouseholdsM2;
		return evidence
			.statistics()
			.filter(({ unit }) => LEVELS.includes(unit.kind))
			.flatMap((statistics) => {
				const { unit, floorAreaPer100HouseholdsM2: per100M2, judgedHouseholds } = statistics;
				if (per100M2 === null || per100M2 >= normM2) return [];
				return [
					{
						id: `floor-area-short:${unit.kind}:${unit.code}`,
						flag: "floor-area-short" as const,
						category: null,
						unitCodes: [unit.code],
						...unitWhereabouts(evidence.surveyed, unit),
						rule:
							`社区综合服务设施用房每百户不少于 ${normM2} 平方米（${source}） / ` +
							`At least ${normM2} m² of community service premises per 100 resident households`,
						confidence,
						lever: "facility" as const,
						figures: {
							unitKind: unit.kind,
							unitName: unit.name,
							floorAreaPer100HouseholdsM2: rounded(per100M2, 1),
							normPer100HouseholdsM2: normM2,
							premises: statistics.premises.length,
							premisesAreaM2: rounded(statistics.premisesAreaM2, 1),
							serviceAreaM2: rounded(statistics.serviceAreaM2, 1),
							officeAreaM2: rounded(statistics.officeAreaM2, 1),
							households: judgedHouseholds,
							declaredHouseholds: unit.declaredHouseholds,
							residenceHouseholds: statistics.households,
							shortM2: rounded((normM2 * judgedHouseholds) / 100 - statistics.premisesAreaM2, 1),
						},
					},
				];
			});
	},
};
