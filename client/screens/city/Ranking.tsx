// Units of the level by coverage; the upright line is the whole city. Rows and map light up together.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import { Problem } from "../../app/Problem.tsx";
import { formatCount, formatPct } from "../../data/formats.ts";
import { hoverUnit, useHoveredUnit } from "../../data/hoverStore.ts";
import { type CoverageRow, coverageQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import type { Figure } from "../../data/useFigure.ts";
import { useSelectUnit } from "../../data/useSelectUnit.ts";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { VirtualRows } from "../../ui/VirtualRows.tsx";
import { type RankingOrder, ranked } from "./ranked.ts";

const ROW_PX = 24;
const MAX_PX = 290;

export function Ranking({ figure }: { figure: Figure }): ReactNode {
	const { t } = useTranslation();
	const [view] = useCityView();
	const [order, setOrder] = useState<RankingOrder>({ by: "pct", isUp: false });
	const coverage = useQuery(coverageQuery(figure.key, view.level));
	const { data: whole, error: wholeError } = useQuery(coverageQuery(figure.key, "all"));
	const rows = useMemo(() => ranked(coverage.data ?? [], order), [coverage.data, order]);
	const wholePct = whole?.[0]?.pct ?? null;
	// the headline has said it when the whole city failed too
	if (coverage.error !== null && coverage.data === undefined)
		return wholeError === null ? <Problem query={coverage} /> : null;
	return (
		<section className={coverage.isPlaceholderData ? "ranking stale" : "ranking"}>
			<h3>
				{t("ranking.title", { level: t(`level.${view.level}`) })}
				<span className="muted right">
					{wholePct !== null && t("ranking.line", { pct: formatPct(wholePct) })}
				</span>
			</h3>
			<div className="ranking-head">
				<span />
				<SortHead order={order} onOrder={setOrder} by="name" label={t("ranking.unit")} />
				<SortHead order={order} onOrder={setOrder} by="pct" label={t("figure.coverage")} />
				<SortHead
					order={order}
					onOrder={setOrder}
					by="beyond"
					label={t(rows[0]?.row.denominator === "units" ? "figure.without" : "figure.beyond")}
				/>
			</div>
			{coverage.isPending && <Skeleton rows={7} height={ROW_PX} />}
			{coverage.data?.length === 0 && (
				<StateNote
					icon="layers"
					words={t("state.noUnits", { level: t(`level.${view.level}`) })}
					detail={t("state.noUnitsHow")}
				/>
			)}
			<VirtualRows
				count={rows.length}
				rowPx={ROW_PX}
				maxPx={MAX_PX}
				label={t("ranking.title", { level: t(`level.${view.level}`) })}
				row={(index) => {
					const entry = rows[index];
					return entry && <RankingRow key={entry.row.unitCode} {...entry} wholePct={wholePct} />;
				}}
			/>
		</section>
	);
}

interface SortHeadProps {
	readonly by: RankingOrder["by"];
	readonly label: string;
	readonly order: RankingOrder;
	onOrder(order: RankingOrder): void;
}

function SortHead({ by, label, order, onOrder }: SortHeadProps): ReactNode {
	const isBy = order.by === by;
	const next = { by, isUp: isBy ? !order.isUp : by === "name" };
	return (
		<button type="button" className={`sort ${by}`} onClick={() => onOrder(next)}>
			{label}
			{isBy && <span aria-hidden="true">{order.isUp ? "↑" : "↓"}</span>}
		</button>
	);
}

interface RankingRowProps {
	readonly row: CoverageRow;
	readonly place: number | null;
	readonly wholePct: number | null;
}

function RankingRow({ row, place, wholePct }: RankingRowProps): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const isHovered = useHoveredUnit() === row.unitCode;
	const isSelected = view.unit?.code === row.unitCode;
	const kind = UNIT_KINDS.find((one) => one === row.unitKind) ?? view.level;
	return (
		<li>
			<button
				type="button"
				className={`ranking-row ${isSelected ? "on" : ""} ${isHovered ? "hovered" : ""}`}
				aria-pressed={isSelected}
				data-testid={`ranking-${row.unitCode}`}
				onClick={() =>
					isSelected ? change({ unit: null }) : selectUnit({ kind, code: row.unitCode })
				}
				onMouseEnter={() => hoverUnit(row.unitCode)}
				onMouseLeave={() => hoverUnit(null)}
				onFocus={() => hoverUnit(row.unitCode)}
				onBlur={() => hoverUnit(null)}
			>
				<span className="place">{place ?? "–"}</span>
				<span className="ellipsis">{row.unitName}</span>
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
			</button>
		</li>
	);
}
