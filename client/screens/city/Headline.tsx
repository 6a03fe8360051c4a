// Three figures about the whole city; each opens to where it comes from.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ClickPopover } from "../../app/ClickPopover.tsx";
import { Problem } from "../../app/Problem.tsx";
import { formatHeadline, formatPct } from "../../data/formats.ts";
import { type CoverageRow, coverageQuery, summaryQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import type { Figure } from "../../data/useFigure.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { Provenance } from "./Provenance.tsx";

export function Headline({ figure }: { figure: Figure }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const coverage = useQuery(coverageQuery(figure.key, "all"));
	const { data: summary } = useQuery(summaryQuery(view.profile));
	const row = coverage.data?.[0];
	if (coverage.error !== null && row === undefined) return <Problem query={coverage} />;
	if (row === undefined)
		return (
			<div className="headline loading">
				<Skeleton rows={3} height={26} />
			</div>
		);
	if (summary?.categories[figure.category.code]?.facilities === 0)
		return (
			<StateNote
				icon="facility"
				words={t("state.noFacilities")}
				detail={t("state.noFacilitiesHow")}
			/>
		);
	const isUnits = row.denominator === "units";
	const beyond = formatHeadline(row.total - row.covered, language);
	const notAttached = formatHeadline(row.notAttached, language);
	return (
		<div className={coverage.isPlaceholderData ? "headline stale" : "headline"}>
			<Cell row={row} figure={figure} label={t("figure.coverage")} testId="headline-coverage">
				{formatPct(row.pct) ?? t("legend.noData")}
				{row.pct !== null && <small>%</small>}
				<CoverageLine pct={row.pct} />
			</Cell>
			<Cell
				row={row}
				figure={figure}
				label={t(isUnits ? "figure.without" : "figure.beyond")}
				tone="beyond"
				testId="headline-beyond"
			>
				{beyond.value}
				<small>{beyond.unit || t(isUnits ? "figure.unitsUnit" : "figure.peopleUnit")}</small>
				<em>
					{t("figure.of", {
						total:
							formatHeadline(row.total, language).value + formatHeadline(row.total, language).unit,
					})}
				</em>
			</Cell>
			<Cell
				row={row}
				figure={figure}
				label={t("figure.notAttached")}
				testId="headline-not-attached"
			>
				{notAttached.value}
				<small>{notAttached.unit || t("figure.peopleUnit")}</small>
				<em>{t("figure.notAttachedPlaces", { count: summary?.residencesNotAttached ?? 0 })}</em>
			</Cell>
		</div>
	);
}

interface CellProps {
	readonly row: CoverageRow;
	readonly figure: Figure;
	readonly label: string;
	readonly tone?: "beyond";
	readonly testId: string;
	readonly children: ReactNode;
}

function Cell({ row, figure, label, tone, testId, children }: CellProps): ReactNode {
	const { t } = useTranslation();
	return (
		<ClickPopover
			placement="bottomLeft"
			title={t("provenance.title", { figure: label })}
			content={<Provenance figure={figure} row={row} />}
		>
			<button
				type="button"
				className={`headline-cell ${tone ?? ""}`}
				data-testid={testId}
				title={t("provenance.open")}
			>
				<span className="label">{label}</span>
				<span className="value">{children}</span>
			</button>
		</ClickPopover>
	);
}

function CoverageLine({ pct }: { pct: number | null }): ReactNode {
	return pct === null ? null : (
		<i className="coverage-line" aria-hidden="true">
			<u style={{ width: `${pct}%` }} />
		</i>
	);
}
