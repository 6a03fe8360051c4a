// Criteria of the standard as signs with a word each: met, missed, or not to be judged. A sign opens to its rule.
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Criterion } from "../../../../planning/plan/measure/Measurement.ts";
import { THRESHOLDS } from "../../../../planning/standards/thresholds.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { fixedWords } from "./changeFormats.ts";
import { askedAt, type OnAsk } from "./origin.ts";
import { useCriterionName } from "./useCriterionName.ts";

interface CriteriaLightsProps {
	readonly unit: string;
	readonly criteria: readonly Criterion[];
	readonly before: readonly Criterion[];
	readonly onAsk: OnAsk;
}

export const CriteriaLights = memo(function CriteriaLights({
	unit,
	criteria,
	before,
	onAsk,
}: CriteriaLightsProps): ReactNode {
	const name = useCriterionName();
	const words = useCriterionWords();
	return (
		<span className="plan-lights">
			{criteria.map((criterion) => {
				const { code, isMet } = criterion;
				const was = before.find((one) => one.code === code);
				const said = words(criterion, was);
				return (
					<button
						key={code}
						type="button"
						className={`plan-light is-${isMet}`}
						title={said}
						aria-label={said}
						aria-haspopup="dialog"
						data-testid={`plan-light-${unit}-${code}`}
						onClick={({ currentTarget }) => onAsk(askedAt({ unit, figure: code }, currentTarget))}
					>
						<Icon name={isMet === null ? "minus" : isMet ? "check" : "warning"} size={13} />
						{name(code)}
					</button>
				);
			})}
		</span>
	);
}, isSameLights);

function isSameLights(one: CriteriaLightsProps, other: CriteriaLightsProps): boolean {
	const isSame = (a: readonly Criterion[], b: readonly Criterion[]) =>
		a.length === b.length &&
		a.every(({ code, isMet, value }, i) => {
			const is = b[i];
			return is?.code === code && is.isMet === isMet && is.value === value;
		});
	return (
		one.unit === other.unit &&
		one.onAsk === other.onAsk &&
		isSame(one.criteria, other.criteria) &&
		isSame(one.before, other.before)
	);
}

/** 规模：未达到。常住人口 128,400 人，至多 120,000 人。此前达到。 */
export function useCriterionWords(): (criterion: Criterion, was?: Criterion) => string {
	const { t } = useTranslation();
	const name = useCriterionName();
	return ({ code, isMet, value, threshold }, was) => {
		const rule = t(`plan.panel.rule.${code}`, {
			value: fixedWords(value, Number.isInteger(value) ? 0 : 1) ?? t("legend.noData"),
			threshold: fixedWords(threshold, 0),
			areaKm2: THRESHOLDS.bmuMinAreaKm2.value,
			least: fixedWords(THRESHOLDS.circleMinResidents.value, 0),
			most: fixedWords(THRESHOLDS.circleMaxResidents.value, 0),
		});
		const state = t("plan.panel.light.words", {
			name: name(code),
			state: t(`plan.panel.light.${isMet}`),
			rule,
		});
		if (was === undefined || was.isMet === isMet) return state;
		return `${state} ${t("plan.panel.light.before", { state: t(`plan.panel.light.${was.isMet}`) })}`;
	};
}
