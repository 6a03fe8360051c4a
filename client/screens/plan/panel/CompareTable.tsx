// Up to four plans side by side, a row per figure, the best of each row marked.
import "./alternatives.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanSummaryFigures } from "../../../data/plan/planFigures.ts";
import { MOST_COMPARED } from "./AlternativesStrip.tsx";
import { BestMark } from "./BestMark.tsx";
import { letterOf } from "./letterOf.ts";
import { NoFigure } from "./NoFigure.tsx";
import { summaryRows } from "./summaryRows.ts";

export interface ComparedPlan {
	readonly id: number;
	readonly title: string;
	/** Null while it is not measured. */
	readonly figures: PlanSummaryFigures | null;
}

export function CompareTable({ columns }: { columns: readonly ComparedPlan[] }): ReactNode {
	const { t } = useTranslation();
	const plans = columns.slice(0, MOST_COMPARED);
	const rows = summaryRows(plans.map(({ figures }) => figures));
	return (
		<table className="compare-table" data-testid="plan-compare-table">
			<caption className="unseen">{t("plan.panel.alternatives.title")}</caption>
			<thead>
				<tr>
					<th scope="col">{t("plan.panel.alternatives.figure")}</th>
					{plans.map(({ id, title }, i) => (
						<th key={id} scope="col" title={title}>
							<i>{letterOf(i)}</i>
							{title}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, cells }) => (
					<tr key={key}>
						<th scope="row">
							{t(`plan.panel.summary.${key}`)}
							<small>{t(`plan.panel.summaryNote.${key}`)}</small>
						</th>
						{plans.map(({ id, figures }, i) => (
							<td key={id} className={cells[i]?.isBest ? "best" : ""}>
								{cells[i]?.isBest && <BestMark />}
								{cells[i]?.words ??
									(figures === null ? (
										<NoFigure words={t("plan.panel.alternatives.notMeasured")} />
									) : (
										<NoFigure />
									))}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
