// The unit under the pointer, or the chosen one: its place in the ranking and the figures that explain it.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useBasis } from "../data/basis.ts";
import { bboxOf } from "../data/bboxOf.ts";
import { type UnitFigureRow, useFigures } from "../data/figures/FiguresContext.tsx";
import { useSides } from "../data/figures/sides.ts";
import { formatCount, formatPct } from "../data/formats.ts";
import { useHoveredUnit } from "../data/hoverStore.ts";
import { coverageQuery, divisionsQuery } from "../data/queries.ts";
import { useCityView } from "../data/useCityView.ts";
import { useSettled } from "../data/useSettled.ts";
import { Icon } from "../ui/Icon.tsx";
import { type CardGround, HoverCard } from "./hover/HoverCard.tsx";
import { HoverLine } from "./hover/HoverLine.tsx";
import { HoverSides } from "./hover/HoverSides.tsx";
import { useShortBoard, useUnitDetail } from "./hover/useUnitDetail.ts";

/** Cards come when the pointer has rested, ms. */
export const REST_MS = 100;

export function UnitHoverCard(ground: CardGround): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const hovered = useSettled(useHoveredUnit(), REST_MS);
	const { rows } = useFigures();
	const { there } = useSides();
	const { data: divisions } = useQuery(divisionsQuery(view.level, useBasis().snapshot));
	const selected = view.unit?.kind === view.level ? view.unit.code : null;
	const code = hovered ?? selected;
	const row = rows?.find((one) => one.code === code);
	if (rows === null || row === undefined || (view.panel === "unit" && code === selected))
		return null;
	const isPinned = code === selected;
	const shape = divisions?.features.find(({ properties }) => properties.code === code);
	return (
		<HoverCard
			{...ground}
			about={shape === undefined ? null : bboxOf(shape.geometry)}
			testId="unit-hover"
		>
			<h3>
				<span className="ellipsis">{row.name}</span>
				<span className="muted right">
					{row.pct !== null && t("ranking.place", { rank: rankOf(row, rows), count: rows.length })}
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
			{there === null ? <Share row={row} /> : <HoverSides code={row.code} />}
			<Details row={row} />
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
		</HoverCard>
	);
}

function rankOf({ pct: own }: UnitFigureRow, rows: readonly UnitFigureRow[]): number {
	return 1 + rows.filter(({ pct }) => pct !== null && own !== null && pct > own).length;
}

/** The share, and beside it that of the other mode where the question is the standard's. */
function Share({ row }: { row: UnitFigureRow }): ReactNode {
	const { t } = useTranslation();
	const { figure, level, denominator } = useFigures();
	const otherMode = figure.key.mode === "any" ? "own" : "any";
	const { data: others } = useQuery({
		...coverageQuery({ ...figure.key, mode: otherMode }, level),
		enabled: figure.hasOwn && figure.isOwnLimit && figure.who === "all",
	});
	const other = others?.find(({ unitCode }) => unitCode === row.code)?.pct ?? null;
	const pct = formatPct(row.pct);
	const words =
		denominator === "units" ? t(row.covered > 0 ? "legend.has" : "legend.hasNone") : `${pct}%`;
	return (
		<p className="hover-share">
			<b>{pct === null ? t("legend.noData") : words}</b>
			{other !== null && (
				<span className="muted">{`${t(`mode.${otherMode}Short`)} ${formatPct(other)}%`}</span>
			)}
		</p>
	);
}

function Details({ row }: { row: UnitFigureRow }): ReactNode {
	const { t } = useTranslation();
	const { figure, denominator } = useFigures();
	const detail = useUnitDetail(row.code);
	const short = useShortBoard(row.code);
	const { who } = figure;
	return (
		<dl>
			{denominator === "residents" && row.pct !== null && (
				<HoverLine
					name={t("hover.beyond", { who: t(`hover.who.${who}`) })}
					value={`${formatCount(row.total - row.covered)} / ${formatCount(row.total)}`}
				/>
			)}
			{denominator === "units" && (
				<HoverLine name={t("hover.denominator")} value={t("hover.units")} />
			)}
			{detail !== null && who === "all" && (
				<HoverLine name={t("hover.elders")} value={formatCount(detail.eldersBeyond)} />
			)}
			{short !== null && (
				<HoverLine name={t("hover.short")} value={`${short.name} ${formatPct(short.pct)}%`} />
			)}
			{denominator === "residents" && (
				<HoverLine
					name={t("figure.notAttached")}
					value={t("hover.notAttached", {
						homes: formatCount(detail?.notAttachedHomes ?? 0),
						people: formatCount(row.notAttached),
					})}
				/>
			)}
		</dl>
	);
}
