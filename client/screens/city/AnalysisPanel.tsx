// The right panel: overview, all findings, one finding, one unit, or one residence.
import "./overview.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PresentButton } from "../../app/PresentButton.tsx";
import { ResidenceCard } from "../../app/ResidenceCard.tsx";
import { ShareButton } from "../../app/ShareButton.tsx";
import { countedKind } from "../../data/countedKind.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { useCityView } from "../../data/useCityView.ts";
import type { Figure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { useLimitWords } from "../../data/useLimitWords.ts";
import { Distribution } from "./Distribution.tsx";
import { FlagEvidence } from "./FlagEvidence.tsx";
import { AllFlags, TopFlags } from "./FlagList.tsx";
import { Headline } from "./Headline.tsx";
import { Ranking } from "./Ranking.tsx";
import { StandingNote } from "./StandingNote.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { UnitCardPanel } from "./UnitCardPanel.tsx";

export function AnalysisPanel(): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	return (
		<section
			className={view.home === null ? "panel analysis" : "panel analysis of-residence"}
			aria-label={t("analysis.label")}
			id="figures"
			data-testid="analysis"
		>
			{view.home !== null ? (
				<ResidenceCard id={view.home} />
			) : view.flagId !== null ? (
				<FlagEvidence />
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
	const { figure, asking } = useFigures();
	const { progressPct } = asking;
	const name = categoryName(figure.category, language);
	return (
		<>
			<div className="panel-title">
				<h2 className="ellipsis" title={name}>
					{name}
				</h2>
				<span className="panel-acts">
					<ShareButton />
					<PresentButton />
					<TakeAway />
				</span>
			</div>
			<p className="muted caption">
				{useFigureWords(figure)}
				{progressPct !== null && (
					<span className="progress" role="status">
						{t("state.running", { pct: Math.round(progressPct) })}
					</span>
				)}
			</p>
			<StandingNote />
			<Headline />
			<div className="scroll">
				<Ranking />
				<Distribution />
				<TopFlags />
			</div>
		</>
	);
}

/** The figure in words: mode, who, limit. */
function useFigureWords(figure: Figure): string {
	const { t } = useTranslation();
	const { key, isComposite, isOwnLimit } = figure;
	const limit = useLimitWords(figure);
	return [
		...(isComposite ? [] : [t(`mode.${key.mode}Long`)]),
		t("figure.denominator", { people: t(`counted.${countedKind(figure)}.long`) }),
		isOwnLimit ? limit : t("figure.chosenLimit", { limit }),
	].join(" · ");
}
