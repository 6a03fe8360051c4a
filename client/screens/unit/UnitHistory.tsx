// How the unit's coverage went over versions, what was handed in about it, and proposals that touch it.
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { History } from "../../../planning/wire/figuresApi.ts";
import type { UnitChange, UnitPage } from "../../../planning/wire/unitPage.ts";
import { Problem } from "../../app/Problem.tsx";
import { formatPct, formatTime } from "../../data/formats.ts";
import { historyQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Skeleton } from "../../ui/StateNote.tsx";
import { historyLines } from "./historyLine.ts";

const PAPER = { width: 420, height: 120, margin: 22 } as const;

interface UnitHistoryProps {
	readonly unit: UnitRow;
	readonly page: UnitPage;
}

export function UnitHistory({ unit, page }: UnitHistoryProps): ReactNode {
	const { t } = useTranslation();
	return (
		<section className="unit-section history" data-testid="unit-history">
			<h2>{t("unitPage.history.title")}</h2>
			<CoverageLine
				unit={unit}
				categories={[...new Set(page.peers.coverage.map(({ category }) => category))]}
			/>
			<Versions changes={page.history} />
			<h3>{t("unitPage.history.proposals")}</h3>
			<p className="muted">{t("unitPage.history.noProposals")}</p>
		</section>
	);
}

interface CoverageLineProps {
	readonly unit: UnitRow;
	readonly categories: readonly string[];
}

function CoverageLine({ unit, categories }: CoverageLineProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view, change] = useCityView();
	// of the composite no history is kept
	const category = categories.includes(view.category)
		? view.category
		: (categories[0] ?? "HEA-CHC");
	const figure = useFigure({ ...view, category, mode: "any" });
	const history = useQuery(historyQuery(figure.key, unit.kind));
	return (
		<>
			<div className="history-choice">
				<Select
					value={category}
					aria-label={t("unit.category")}
					popupMatchSelectWidth={false}
					options={categories.map((code) => {
						const known = categoryOf(code);
						return {
							value: code,
							label: known === undefined ? code : categoryName(known, language),
						};
					})}
					onChange={(code) => change({ category: code }, { replace: true })}
				/>
				<span className="muted">{t("figure.coveragePct")}</span>
			</div>
			{history.error !== null && history.data === undefined && <Problem query={history} />}
			{history.isPending && <Skeleton rows={4} />}
			{history.data !== undefined && (
				<Line history={history.data} pct={history.data.pct[unit.code] ?? []} />
			)}
		</>
	);
}

function Line({
	history,
	pct,
}: {
	readonly history: History;
	readonly pct: readonly (number | null)[];
}): ReactNode {
	const { t } = useTranslation();
	const lines = historyLines(pct, PAPER);
	const points = lines.flat();
	if (points.length === 0) return <p className="no-data">{t("legend.noData")}</p>;
	const words = history.versions.map(
		({ asOf }, version) => `${asOf} ${formatPct(pct[version] ?? null) ?? t("legend.noData")}`,
	);
	return (
		<figure className="history-line">
			<svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} role="img" aria-label={words.join(", ")}>
				{[0, 50, 100].map((share) => {
					const y = PAPER.margin + (1 - share / 100) * (PAPER.height - 2 * PAPER.margin);
					return <path key={share} className="grid" d={`M0,${y}H${PAPER.width}`} />;
				})}
				{lines.map((line) => (
					<path
						key={line[0]?.version}
						className="line"
						d={`M${line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}`}
					/>
				))}
				{points.map(({ x, y, version, pct: share }) => (
					<g key={version}>
						<circle cx={x} cy={y} r={3} />
						<text
							x={x}
							y={y - 7}
							textAnchor={version === 0 ? "start" : version === pct.length - 1 ? "end" : "middle"}
						>
							{formatPct(share)}
						</text>
					</g>
				))}
			</svg>
			<figcaption className="muted">
				{history.versions.length === 1
					? t("unitPage.history.oneVersion", { date: history.versions[0]?.asOf })
					: t("unitPage.history.versions", {
							from: history.versions[0]?.asOf,
							to: history.versions.at(-1)?.asOf,
							count: history.versions.length,
						})}
			</figcaption>
		</figure>
	);
}

function Versions({ changes }: { readonly changes: readonly UnitChange[] }): ReactNode {
	const { t } = useTranslation();
	return (
		<>
			<h3>{t("unitPage.history.layers")}</h3>
			{changes.length === 0 && <p className="muted">{t("unitPage.history.noLayers")}</p>}
			<ul className="versions">
				{changes.map(({ versionId, committedAt, sourceName, reason, changes: what }) => (
					<li key={versionId}>
						<span>{formatTime(committedAt)}</span>
						<b>{what.map((one) => t(`unitPage.history.change.${one}`)).join("、")}</b>
						<span className="muted">{[sourceName, reason].filter(Boolean).join(" · ")}</span>
					</li>
				))}
			</ul>
		</>
	);
}
