// What narrows the ranking, and what sorts it.
import { Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { countedKind } from "../../data/countedKind.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatCount } from "../../data/formats.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { RankingOrder } from "./ranked.ts";

interface RankingFilterRowProps {
	readonly text: string;
	readonly isBelow: boolean;
	/** Rows that are shown, of all; null until known. */
	readonly counts: { readonly shown: number; readonly all: number } | null;
	onText(text: string): void;
	onBelow(isBelow: boolean): void;
}

export function RankingFilterRow(props: RankingFilterRowProps): ReactNode {
	const { text, isBelow, counts, onText, onBelow } = props;
	const { t } = useTranslation();
	return (
		<div className="ranking-filter">
			<Input
				allowClear
				size="small"
				value={text}
				placeholder={t("ranking.filter")}
				aria-label={t("ranking.filter")}
				prefix={<Icon name="search" size={12} />}
				onChange={({ target }) => onText(target.value)}
				data-testid="ranking-filter"
			/>
			<button
				type="button"
				className={isBelow ? "chip-switch on" : "chip-switch"}
				aria-pressed={isBelow}
				onClick={() => onBelow(!isBelow)}
				data-testid="ranking-below"
			>
				{t("ranking.below")}
			</button>
			{counts !== null && counts.shown < counts.all && (
				<span className="muted" role="status">
					{`${formatCount(counts.shown)} / ${formatCount(counts.all)}`}
				</span>
			)}
		</div>
	);
}

interface RankingHeadProps {
	readonly order: RankingOrder;
	/** Of which the small lines are drawn; 0 draws none. */
	readonly versionCount: number;
	onOrder(order: RankingOrder): void;
}

export function RankingHead({ order, versionCount, onOrder }: RankingHeadProps): ReactNode {
	const { t } = useTranslation();
	const { figure } = useFigures();
	const kind = countedKind(figure);
	return (
		<div className="ranking-head">
			<span />
			<SortHead order={order} onOrder={onOrder} by="name" label={t("ranking.unit")} />
			<SortHead order={order} onOrder={onOrder} by="pct" label={t("figure.coverage")} />
			<SortHead order={order} onOrder={onOrder} by="beyond" label={t(`counted.${kind}.beyond`)} />
			<span className="trend">
				{versionCount > 0 && t("ranking.trend", { count: versionCount })}
			</span>
		</div>
	);
}

interface SortHeadProps {
	readonly by: RankingOrder["by"];
	readonly label: string;
	readonly order: RankingOrder;
	onOrder(order: RankingOrder): void;
}

function SortHead({ by, label, order, onOrder }: SortHeadProps): ReactNode {
	const { t } = useTranslation();
	const isBy = order.by === by;
	const next = { by, isUp: isBy ? !order.isUp : by === "name" };
	return (
		<button
			type="button"
			className={`sort ${by}`}
			aria-label={t("ranking.sortBy", { column: label })}
			aria-pressed={isBy}
			onClick={() => onOrder(next)}
		>
			{label}
			{isBy && <span aria-hidden="true">{order.isUp ? "↑" : "↓"}</span>}
		</button>
	);
}
