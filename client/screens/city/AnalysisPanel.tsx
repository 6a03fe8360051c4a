// The right panel: overview, all findings, one finding, one unit, or one residence.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ResidenceCard } from "../../app/ResidenceCard.tsx";
import { progressOf } from "../../data/progressOf.ts";
import { coverageQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { type Figure, useFigure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Distribution } from "./Distribution.tsx";
import { FlagEvidence } from "./FlagEvidence.tsx";
import { AllFlags, TopFlags } from "./FlagList.tsx";
import { Headline } from "./Headline.tsx";
import { Ranking } from "./Ranking.tsx";
import { UnitCardPanel } from "./UnitCardPanel.tsx";

export function AnalysisPanel(): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	return (
		<section
			className={view.home === null ? "panel analysis" : "panel analysis of-residence"}
			aria-label={t("analysis.label")}
			data-testid="analysis"
		>
			{view.home !== null ? (
				<ResidenceCard id={view.home} />
			) : view.flagId !== null ? (
				<FlagEvidence flagId={view.flagId} />
			) : view.panel === "flags" ? (
				<AllFlags />
			) : view.panel === "unit" && view.unit !== null ? (
				<UnitCardPanel unit={view.unit} />
			) : (
				<Overview />
			)}
		</section>
	);
}

function Overview(): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const figure = useFigure(view);
	const coverage = useQuery(coverageQuery(figure.key, "all"));
	const progressPct = progressOf(coverage);
	return (
		<>
			<div className="panel-title">
				<h2 className="ellipsis" title={categoryName(figure.category, language)}>
					{categoryName(figure.category, language)}
				</h2>
				{progressPct !== null && (
					<span className="progress" role="status">
						{t("state.running", { pct: Math.round(progressPct) })}
					</span>
				)}
			</div>
			<p className="muted caption">{useFigureWords(figure)}</p>
			<Headline figure={figure} />
			<div className="scroll">
				<Ranking figure={figure} />
				<Distribution figure={figure} />
				<TopFlags />
			</div>
		</>
	);
}

/** The figure in words: mode, limit, denominator. */
function useFigureWords({ key, category, limit }: Figure): string {
	const { t } = useTranslation();
	return [
		t(`mode.${key.mode}Long`),
		t(`figure.limit.${category.basis}`, { limit: limit ?? 0 }),
		t(category.basis === "presence" ? "figure.denominatorUnits" : "figure.denominatorResidents"),
	].join(" · ");
}
