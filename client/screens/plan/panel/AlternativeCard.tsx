// One alternative of the strip: its letter and title, four figures, and whether it takes part in the comparison.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BestMark } from "./BestMark.tsx";
import { letterOf } from "./letterOf.ts";
import { NoFigure } from "./NoFigure.tsx";
import type { SummaryRow } from "./summaryRows.ts";

interface AlternativeCardProps {
	readonly title: string;
	/** Its place among the alternatives. */
	readonly index: number;
	/** Rows of all alternatives. */
	readonly rows: readonly SummaryRow[];
	readonly isCurrent: boolean;
	readonly isMeasured: boolean;
	readonly isCompared: boolean;
	readonly canCompare: boolean;
	onOpen(): void;
	onToggle(): void;
}

export function AlternativeCard(props: AlternativeCardProps): ReactNode {
	const { title, index, rows, isCurrent, isMeasured, isCompared, canCompare } = props;
	const { t } = useTranslation();
	return (
		<li className={isCurrent ? "alternative on" : "alternative"}>
			<button
				type="button"
				className="alternative-open"
				aria-current={isCurrent ? "true" : undefined}
				onClick={props.onOpen}
				data-testid={`plan-alternative-${index}`}
			>
				<span className="alternative-title">
					<i>{letterOf(index)}</i>
					<b className="ellipsis" title={title}>
						{title}
					</b>
				</span>
				{rows.map(({ key, cells }) => (
					<span key={key} className="alternative-row">
						<span className="ellipsis">{t(`plan.panel.summary.${key}`)}</span>
						<Figure cell={cells[index]} isMeasured={isMeasured} />
					</span>
				))}
			</button>
			<label className="alternative-tick" title={t("plan.panel.alternatives.takesPart")}>
				<input
					type="checkbox"
					checked={isCompared}
					disabled={!canCompare}
					aria-label={t("plan.panel.alternatives.compareOne", { title })}
					onChange={props.onToggle}
				/>
			</label>
		</li>
	);
}

interface FigureProps {
	readonly cell: SummaryRow["cells"][number] | undefined;
	readonly isMeasured: boolean;
}

function Figure({ cell, isMeasured }: FigureProps): ReactNode {
	const { t } = useTranslation();
	if (cell === undefined || cell.words === null)
		return isMeasured ? (
			<NoFigure />
		) : (
			<NoFigure words={t("plan.panel.alternatives.notMeasured")} />
		);
	return (
		<b className={cell.isBest ? "best" : ""}>
			{cell.isBest && <BestMark />}
			{cell.words}
		</b>
	);
}
