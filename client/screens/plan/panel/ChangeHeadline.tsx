// Three figures of the focus: who comes within the limit, who goes beyond it, and what that is in percentage points.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Measurement } from "../../../../planning/plan/measure/Measurement.ts";
import { formatCount } from "../../../data/formats.ts";
import { countedMode, peopleOf } from "../../../data/plan/planFigures.ts";
import type { PlanFocus } from "../../../data/plan/planMessages.ts";
import { changeWords } from "./changeFormats.ts";
import { NoFigure } from "./NoFigure.tsx";
import { askedAt, type OnAsk, type OriginFigure } from "./origin.ts";
import { totalRows } from "./unitRows.ts";
import { useLimitValue } from "./useLimitValue.ts";

interface ChangeHeadlineProps {
	readonly measurement: Measurement;
	readonly focus: PlanFocus;
	readonly onAsk: OnAsk;
}

export function ChangeHeadline({ measurement, focus, onAsk }: ChangeHeadlineProps): ReactNode {
	const { t } = useTranslation();
	const mode = countedMode(measurement, focus);
	const limit = useLimitValue(focus.category);
	const gained = peopleOf(measurement.gain, focus.category, mode);
	const lost = peopleOf(measurement.lose, focus.category, mode);
	const share = totalRows(measurement.total, focus.category).find(({ key }) => key === mode);
	const people = t("figure.peopleUnit");
	return (
		<div className="headline plan-headline">
			<Cell figure="gained" label={t("plan.panel.enter", { limit })} onAsk={onAsk}>
				<b className={gained > 0 ? "gain" : ""}>{gained > 0 ? `+${formatCount(gained)}` : 0}</b>
				<small>{people}</small>
			</Cell>
			<Cell figure="lost" label={t("plan.panel.leave", { limit })} onAsk={onAsk}>
				<b className={lost > 0 ? "loss" : ""}>{lost > 0 ? `−${formatCount(lost)}` : 0}</b>
				<small>{people}</small>
			</Cell>
			<Cell figure="points" label={t(`plan.panel.row.${mode}`)} onAsk={onAsk}>
				{share?.change == null ? (
					<NoFigure />
				) : (
					<>
						<b className={share.tone ?? ""}>{changeWords(share.change, 1)}</b>
						<small>{t("plan.panel.points")}</small>
					</>
				)}
			</Cell>
		</div>
	);
}

interface CellProps {
	readonly figure: OriginFigure;
	readonly label: string;
	readonly onAsk: OnAsk;
	readonly children: ReactNode;
}

function Cell({ figure, label, onAsk, children }: CellProps): ReactNode {
	const { t } = useTranslation();
	return (
		<button
			type="button"
			className="headline-cell"
			title={t("provenance.open")}
			aria-haspopup="dialog"
			data-testid={`plan-${figure}`}
			onClick={({ currentTarget }) => onAsk(askedAt({ unit: null, figure }, currentTarget))}
		>
			<span className="label">{label}</span>
			<span className="value">{children}</span>
		</button>
	);
}
