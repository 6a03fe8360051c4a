// What a criterion is called, in as little room as there is.
import { useTranslation } from "react-i18next";
import type { CriterionCode } from "../../../../planning/plan/measure/Measurement.ts";
import { THRESHOLDS } from "../../../../planning/standards/thresholds.ts";

/** 规模; 300 ㎡ */
export function useCriterionName(): (code: CriterionCode) => string {
	const { t } = useTranslation();
	return (code) => t(`plan.panel.criterion.${code}`, { leastM2: THRESHOLDS.facilityMinM2.value });
}
