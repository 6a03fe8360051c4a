// One figure before, after, and the difference; the figure opens to where it comes from.
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeWords, fixedWords } from "./changeFormats.ts";
import { NoFigure } from "./NoFigure.tsx";
import { askedAt, type OnAsk } from "./origin.ts";
import type { FigureRow } from "./unitRows.ts";

/** The same widths in every table, so that columns stand under each other. */
export function FigureColumns(): ReactNode {
	return (
		<colgroup>
			<col />
			<col className="figure" />
			<col className="figure" />
			<col className="difference" />
		</colgroup>
	);
}

interface FigureLineProps {
	readonly row: FigureRow;
	readonly unit: string | null;
	/** Why there is no figure, where it is not for want of data. */
	readonly noFigure?: string | undefined;
	readonly onAsk: OnAsk;
}

export const FigureLine = memo(function FigureLine(props: FigureLineProps): ReactNode {
	const { row, unit, noFigure, onAsk } = props;
	const { t } = useTranslation();
	const { key, decimals, before, after, change, tone } = row;
	const none = noFigure === undefined ? <NoFigure /> : <NoFigure words={noFigure} />;
	const shown = fixedWords(after, decimals);
	return (
		<tr data-testid={`plan-row-${unit ?? "total"}-${key}`}>
			<th scope="row">{t(`plan.panel.row.${key}`)}</th>
			<td className="was">{fixedWords(before, decimals) ?? none}</td>
			<td>
				<button
					type="button"
					className="plain"
					title={t("provenance.open")}
					aria-haspopup="dialog"
					onClick={({ currentTarget }) => onAsk(askedAt({ unit, figure: key }, currentTarget))}
				>
					{shown ?? none}
				</button>
			</td>
			<td className={tone ?? (change === 0 ? "same" : "")}>
				{changeWords(change, decimals) ?? none}
			</td>
		</tr>
	);
}, isSameLine);

/** Rows are made anew at every step of a stroke; few of them differ. */
function isSameLine(one: FigureLineProps, other: FigureLineProps): boolean {
	const keys = ["key", "before", "after", "change", "tone"] as const;
	return (
		keys.every((key) => one.row[key] === other.row[key]) &&
		one.unit === other.unit &&
		one.noFigure === other.noFigure &&
		one.onAsk === other.onAsk
	);
}
