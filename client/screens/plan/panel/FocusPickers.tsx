// What the figures are about, in one row: category, whose facilities count, and the layer of units.
import { Segmented, Select } from "antd";
import { memo, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../../planning/city/records.ts";
import type { Mode } from "../../../../planning/coverage/analysis.ts";
import { CATEGORIES } from "../../../../planning/standards/catalogue.ts";
import type { PlanFocus } from "../../../data/plan/planMessages.ts";
import { categoryName, useLanguage } from "../../../data/useLanguage.ts";

interface FocusPickersProps {
	/** 属地 exists for the category. */
	readonly hasOwn: boolean;
	readonly focus: PlanFocus;
	onFocus(focus: PlanFocus): void;
}

/** What nobody walks to is not measured while drawing. */
const TIMED = CATEGORIES.filter(({ basis }) => basis !== "presence");

export const FocusPickers = memo(function FocusPickers({
	hasOwn,
	focus,
	onFocus,
}: FocusPickersProps): ReactNode {
	const { t } = useTranslation();
	return (
		<div className="plan-focus">
			<Select
				size="small"
				showSearch={{ optionFilterProp: "label" }}
				popupMatchSelectWidth={280}
				aria-label={t("control.category")}
				value={focus.category}
				options={useCategoryOptions()}
				onChange={(category) => onFocus({ ...focus, category })}
				data-testid="plan-category"
			/>
			<Segmented<Mode>
				size="small"
				aria-label={t("control.mode")}
				value={hasOwn ? focus.mode : "any"}
				options={[
					{ value: "any", label: t("mode.anyShort"), title: t("mode.any") },
					{
						value: "own",
						label: t("mode.ownShort"),
						title: t(hasOwn ? "mode.own" : "control.noOwn"),
						disabled: !hasOwn,
					},
				]}
				onChange={(mode) => onFocus({ ...focus, mode })}
			/>
			<Select
				size="small"
				popupMatchSelectWidth={false}
				aria-label={t("control.level")}
				value={focus.layer}
				options={UNIT_KINDS.map((kind) => ({
					value: kind,
					label: t(`level.${kind}Short`),
					title: t(`level.${kind}`),
				}))}
				onChange={(layer) => onFocus({ ...focus, layer })}
				data-testid="plan-layer"
			/>
		</div>
	);
});

function useCategoryOptions() {
	const { t } = useTranslation();
	const language = useLanguage();
	return useMemo(
		() =>
			[...new Set(TIMED.map(({ domain }) => domain))].map((domain) => ({
				label: t(`domain.${domain}`),
				options: TIMED.filter((one) => one.domain === domain).map((one) => ({
					value: one.code,
					label: categoryName(one, language),
				})),
			})),
		[t, language],
	);
}
