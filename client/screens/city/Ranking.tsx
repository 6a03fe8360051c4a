// Units of the level by coverage; the upright line is the whole city. Rows and map light up together.
import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatPct } from "../../data/formats.ts";
import { historyQuery } from "../../data/queries.ts";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import { VirtualRows } from "../../ui/VirtualRows.tsx";
import { RankingFilterRow, RankingHead } from "./RankingHead.tsx";
import { RankingRow } from "./RankingRow.tsx";
import { narrowed, type RankingOrder, ranked } from "./ranked.ts";

const ROW_PX = 24;
/** As large as a fingertip. */
const TOUCH_ROW_PX = 44;
const MAX_PX = 289;
const NO_HISTORY: readonly number[] = [];

export function Ranking(): ReactNode {
	const { t } = useTranslation();
	const figures = useFigures();
	const { figure, level, whole, isStale, asking } = figures;
	// headline and map come first, the list follows
	const rows = useDeferredValue(figures.rows);
	const [order, setOrder] = useState<RankingOrder>({ by: "pct", isUp: false });
	const [text, setText] = useState("");
	const [isBelow, setBelow] = useState(false);
	const wanted = useDeferredValue(text);
	const wholePct = whole?.pct ?? null;
	const all = useMemo(() => ranked(rows ?? [], order), [rows, order]);
	const shown = useMemo(
		() => narrowed(all, { text: wanted, belowPct: isBelow ? wholePct : null }),
		[all, wanted, isBelow, wholePct],
	);
	const rowPx = useIsPhone() ? TOUCH_ROW_PX : ROW_PX;
	const history = useQuery({ ...historyQuery(figure.key, level), enabled: !figure.isComposite });
	const versions = figure.isComposite ? undefined : history.data;
	// the headline has said what went wrong
	if (rows === null && asking.error !== null) return null;
	const title = t("ranking.title", { level: t(`level.${level}`) });
	return (
		<section
			className={isStale ? "ranking stale" : "ranking"}
			style={{ "--place": `calc(14px + ${String(all.length).length}ch)` } as CSSProperties}
		>
			<h3>
				{title}
				<span className="muted right">
					{wholePct !== null && t("ranking.line", { pct: formatPct(wholePct) })}
				</span>
			</h3>
			<RankingFilterRow
				text={text}
				onText={setText}
				isBelow={isBelow}
				onBelow={setBelow}
				counts={rows === null ? null : { shown: shown.length, all: rows.length }}
			/>
			<RankingHead order={order} onOrder={setOrder} versionCount={versions?.versions.length ?? 0} />
			{rows === null && <Skeleton rows={7} height={rowPx} />}
			{rows?.length === 0 && (
				<StateNote
					icon="layers"
					words={t("state.noUnits", { level: t(`level.${level}`) })}
					detail={t("state.noUnitsHow")}
				/>
			)}
			{rows !== null && rows.length > 0 && shown.length === 0 && (
				<p className="muted">{t("ranking.nothing")}</p>
			)}
			<VirtualRows
				count={shown.length}
				rowPx={rowPx}
				maxPx={MAX_PX}
				label={title}
				row={(index) => {
					const entry = shown[index];
					return (
						entry && (
							<RankingRow
								key={entry.row.code}
								{...entry}
								wholePct={wholePct}
								history={versions?.pct[entry.row.code] ?? NO_HISTORY}
							/>
						)
					);
				}}
			/>
			{!figure.isStandard && versions !== undefined && (
				<p className="muted ranking-note">{t("ranking.standardTrend")}</p>
			)}
		</section>
	);
}
