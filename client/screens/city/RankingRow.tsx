// One unit of the ranking: its place, share, people beyond the limit, and how it came there.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatCount, formatPct } from "../../data/formats.ts";
import { hoverUnit, useHoveredUnit } from "../../data/hoverStore.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useSelectUnit } from "../../data/useSelectUnit.ts";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { Sparkline } from "../../ui/Sparkline.tsx";
import { stepRow } from "../../ui/stepRow.ts";
import type { RankedRow } from "./ranked.ts";

interface RankingRowProps extends RankedRow {
	readonly wholePct: number | null;
	/** Shares over the last versions, oldest first. */
	readonly history: readonly (number | null)[];
}

export function RankingRow({ row, place, wholePct, history }: RankingRowProps): ReactNode {
	const { t } = useTranslation();
	const { level } = useFigures();
	const [view, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const isHovered = useHoveredUnit() === row.code;
	const isSelected = view.unit?.kind === level && view.unit.code === row.code;
	return (
		<li>
			<button
				type="button"
				className={`ranking-row ${isSelected ? "on" : ""} ${isHovered ? "hovered" : ""}`}
				aria-pressed={isSelected}
				data-testid={`ranking-${row.code}`}
				onClick={() =>
					isSelected ? change({ unit: null }) : selectUnit({ kind: level, code: row.code })
				}
				onKeyDown={stepRow}
				onMouseEnter={() => hoverUnit(row.code)}
				onMouseLeave={() => hoverUnit(null)}
				onFocus={() => hoverUnit(row.code)}
				onBlur={() => hoverUnit(null)}
			>
				<span className="place">{place ?? "–"}</span>
				<span className="ellipsis" title={row.name}>
					{row.name}
				</span>
				{row.pct === null ? (
					<span className="no-data">{t("legend.noData")}</span>
				) : (
					<>
						<ShareBar pct={row.pct} markPct={wholePct} />
						<span className="number">{formatPct(row.pct)}</span>
					</>
				)}
				<span className="number beyond-count">
					{row.pct === null ? "–" : formatCount(row.total - row.covered)}
				</span>
				<Sparkline
					values={history}
					label={t("ranking.trendOf", { shares: history.map(formatPct).join(" ") })}
				/>
			</button>
		</li>
	);
}
