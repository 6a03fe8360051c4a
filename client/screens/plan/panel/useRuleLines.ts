// The rule that a figure is held to, and how sure its source is.
import { useTranslation } from "react-i18next";
import type { CriterionCode } from "../../../../planning/plan/measure/Measurement.ts";
import { categoryOf } from "../../../../planning/standards/catalogue.ts";
import { type Rule, THRESHOLDS } from "../../../../planning/standards/thresholds.ts";
import { judgedCriteria } from "../../../data/plan/planFigures.ts";
import { useCriterionWords } from "./CriteriaLights.tsx";
import type { ListedUnit } from "./listedUnits.ts";
import type { Origin, OriginFigure, OriginLine } from "./origin.ts";

/** The criterion that judges a row of the table. */
const CRITERION_OF: Readonly<Partial<Record<OriginFigure, readonly CriterionCode[]>>> = {
	residents: ["unit-too-large", "bmu-size", "circle-size"],
	households: ["committee-too-large"],
	areaKm2: ["bmu-size"],
	floorArea: ["floor-area-short"],
};

const RULE_OF: Readonly<Partial<Record<CriterionCode, Rule<number>>>> = {
	"committee-too-large": THRESHOLDS.committeeMaxHouseholds,
	"unit-too-large": THRESHOLDS.unitMaxResidents,
	"floor-area-short": THRESHOLDS.floorAreaPer100HouseholdsM2,
	"no-large-premises": THRESHOLDS.facilityMinM2,
	"bmu-size": THRESHOLDS.bmuMinResidents,
	"circle-size": THRESHOLDS.circleMinResidents,
};

interface Ruled {
	readonly origin: Origin;
	readonly unit: ListedUnit | undefined;
	readonly category: string;
	readonly isCoverage: boolean;
}

export function useRuleLines({ origin, unit, category, isCoverage }: Ruled): OriginLine[] {
	const { t } = useTranslation();
	const words = useCriterionWords();
	const source = ({ source, confidence }: Pick<Rule<number>, "source" | "confidence">) =>
		`${source} (${t(`confidence.${confidence}`)})`;
	if (isCoverage) {
		const entry = categoryOf(category);
		if (entry === undefined) return [];
		const basis = t(`reachBasis.${entry.reachBasis}`);
		return [[t("provenance.source"), `${source(entry)}; ${basis}`]];
	}
	if (unit === undefined) return [];
	const { before, after, isKnown } = unit;
	const of = (side: typeof after) => (side === null ? [] : judgedCriteria(side, isKnown));
	const asked = CRITERION_OF[origin.figure] ?? [origin.figure];
	const criterion = of(after).find(({ code }) => asked.includes(code));
	if (criterion === undefined) return [];
	const was = of(before).find(({ code }) => code === criterion.code);
	const rule = RULE_OF[criterion.code];
	return [
		[t("provenance.rule"), words(criterion, was)],
		...(rule === undefined ? [] : [[t("provenance.source"), source(rule)] as const]),
	];
}
