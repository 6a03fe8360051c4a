// 公平: how unequally walks are shared out, by the Lorenz curve and its Gini coefficient.
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Fairness, fairness } from "../../../planning/coverage/figures/fairness.ts";
import { peopleIn } from "../../../planning/coverage/figures/homeUnits.ts";
import { ChartFrame } from "../../app/chart/ChartFrame.tsx";
import { lorenzOption } from "../../app/chart/chartOptions.ts";
import { usePreferences } from "../../app/preferences.tsx";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatPct } from "../../data/formats.ts";
import { METHOD_PATH } from "./Provenance.tsx";
import { useChosenUnit, useHomeUnits } from "./useChosenUnit.ts";

export function FairnessChart(): ReactNode {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const chosen = useChosenUnit();
	const { whole, part } = useFairness(chosen?.index ?? null);
	const wholeName = t("distribution.whole");
	const unitName = chosen?.name ?? "";
	const shown = useMemo(
		() =>
			[
				{ name: wholeName, fair: whole },
				{ name: unitName, fair: part },
			].flatMap(({ name, fair }) => (fair === null || fair.gini === null ? [] : { name, fair })),
		[whole, part, wholeName, unitName],
	);
	const unitWord = t("fairness.peoplePct");
	const option = useMemo(
		() =>
			lorenzOption({
				theme,
				unitWord,
				end: 100,
				lines: shown.map(({ name, fair }) => ({ name, points: fair.points })),
			}),
		[shown, theme, unitWord],
	);
	const tenths = Array.from({ length: 10 }, (_, i) => (i + 1) * 10);
	return (
		<>
			<dl className="fairness" data-testid="fairness">
				{shown.map(({ name, fair }) => (
					<FairnessWords key={name} name={name} fair={fair} />
				))}
			</dl>
			<ChartFrame
				title={t("fairness.title")}
				option={option}
				table={{
					head: [t("fairness.column"), ...shown.map(({ name }) => name)],
					rows: tenths.map((pct) => ({
						at: `${pct}%`,
						pct: shown.map(({ fair }) => fair.points[pct]?.[1] ?? null),
					})),
				}}
			/>
			<p className="muted chart-note">
				{t("fairness.says")}{" "}
				<Link to={METHOD_PATH} target="_blank">
					{t("provenance.method")}
				</Link>
			</p>
		</>
	);
}

/** Of the city, and of the unit of an index. */
function useFairness(index: number | null) {
	const { homes } = useFigures();
	const units = useHomeUnits();
	const { farness = null, people = null } = useDeferredValue(homes) ?? {};
	const whole = useMemo(
		() => (farness === null || people === null ? null : fairness(farness, people)),
		[farness, people],
	);
	const part = useMemo(
		() =>
			farness === null || people === null || units === null || index === null
				? null
				: fairness(farness, peopleIn(people, units.unitOf, index)),
		[farness, people, units, index],
	);
	return { whole, part };
}

function FairnessWords({ name, fair }: { name: string; fair: Fairness }): ReactNode {
	const { t } = useTranslation();
	const { figure } = useFigures();
	const { gini, medianMeasure, cappedPct } = fair;
	const isCapped = cappedPct !== null && cappedPct > 0;
	const measure = t(`limit.value.${figure.limits?.unit ?? "minutes"}`, {
		limit: medianMeasure?.toFixed(figure.limits?.unit === "metres" ? 0 : 1) ?? "",
	});
	return (
		<div>
			<dt className="ellipsis">{name}</dt>
			<dd>{`${t("fairness.gini")} ${isCapped ? "≥ " : ""}${gini?.toFixed(2) ?? "–"}`}</dd>
			<dd>
				{medianMeasure === null
					? t("fairness.medianBeyond")
					: t("fairness.median", { walk: measure })}
			</dd>
			{isCapped && <dd>{t("fairness.capped", { pct: formatPct(cappedPct) })}</dd>}
		</div>
	);
}
