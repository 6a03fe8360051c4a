// The unit under the pointer, or the chosen one: its place in the ranking and the figures that explain it.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount, formatPct } from "../data/formats.ts";
import { useHoveredUnit } from "../data/hoverStore.ts";
import { coverageQuery, unitsQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useFigure } from "../data/useFigure.ts";
import { Icon } from "../ui/Icon.tsx";

export function UnitHoverCard(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const hovered = useHoveredUnit();
	const figure = useFigure(view);
	const { data: rows = [] } = useQuery(coverageQuery(figure.key, view.level));
	const otherMode = figure.key.mode === "any" ? "own" : "any";
	const { data: others } = useQuery({
		...coverageQuery({ ...figure.key, mode: otherMode }, view.level),
		enabled: figure.hasOwn,
	});
	const { data: units } = useQuery(unitsQuery);
	const selected = view.unit?.kind === view.level ? view.unit.code : null;
	const code = hovered ?? selected;
	const row = rows.find(({ unitCode }) => unitCode === code);
	const unit = units?.find(({ kind, code: own }) => kind === view.level && own === code);
	if (row === undefined || unit === undefined || (view.panel === "unit" && code === selected))
		return null;
	const isPinned = code === selected;
	const rank =
		1 + rows.filter(({ pct }) => pct !== null && row.pct !== null && pct > row.pct).length;
	const other = figure.hasOwn ? others?.find(({ unitCode }) => unitCode === code) : undefined;
	const pct = formatPct(row.pct);
	return (
		<aside className="panel hover-card" data-testid="unit-hover">
			<h3>
				<span className="ellipsis">{unit.name}</span>
				<span className="muted right">
					{row.pct !== null && t("ranking.place", { rank, count: rows.length })}
				</span>
				{isPinned && (
					<button
						type="button"
						className="icon-button"
						aria-label={t("action.close")}
						onClick={() => change({ unit: null })}
					>
						<Icon name="close" size={14} />
					</button>
				)}
			</h3>
			<p className="hover-share">
				<b>{pct === null ? t("legend.noData") : `${pct}%`}</b>
				{other !== undefined && other.pct !== null && (
					<span className="muted">{`${t(`mode.${otherMode}Short`)} ${formatPct(other.pct)}%`}</span>
				)}
			</p>
			<dl>
				<div>
					<dt>{t(row.denominator === "units" ? "figure.without" : "figure.beyond")}</dt>
					<dd>{`${formatCount(row.total - row.covered)} / ${formatCount(row.total)}`}</dd>
				</div>
				<div>
					<dt>{t("figure.notAttached")}</dt>
					<dd>{t("figure.people", { count: formatCount(row.notAttached) as never })}</dd>
				</div>
				<div>
					<dt>{t("unit.elders")}</dt>
					<dd>{formatCount(unit.elders)}</dd>
				</div>
			</dl>
			{isPinned && (
				<button
					type="button"
					className="text-button"
					onClick={() => change({ panel: "unit" })}
					data-testid="open-unit"
				>
					{t("unit.openCard")}
				</button>
			)}
		</aside>
	);
}
