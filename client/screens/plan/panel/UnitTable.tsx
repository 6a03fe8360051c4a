// Before, after and difference: of everybody who is counted, then a block per unit of the layer.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Measurement } from "../../../../planning/plan/measure/Measurement.ts";
import type { PlanFocus } from "../../../data/plan/planMessages.ts";
import { FigureColumns, FigureLine } from "./FigureLine.tsx";
import type { Listed } from "./listedUnits.ts";
import type { OnAsk } from "./origin.ts";
import { UnitBlock } from "./UnitBlock.tsx";
import { totalRows } from "./unitRows.ts";

interface UnitTableProps {
	readonly listed: Listed;
	readonly focus: PlanFocus;
	readonly total: Measurement["total"];
	/** Whose people the total is of. */
	readonly scope: string;
	readonly onAsk: OnAsk;
}

export function UnitTable({ listed, focus, total, scope, onAsk }: UnitTableProps): ReactNode {
	const { t } = useTranslation();
	return (
		<div className="plan-units" data-testid="plan-units">
			<table className="plan-figures plan-total">
				<caption className="unseen">{scope}</caption>
				<FigureColumns />
				<thead>
					<tr>
						<th scope="col">
							<b className="ellipsis">{scope}</b>
						</th>
						<th scope="col">{t("plan.panel.before")}</th>
						<th scope="col">{t("plan.panel.after")}</th>
						<th scope="col">{t("plan.panel.difference")}</th>
					</tr>
				</thead>
				<tbody>
					{totalRows(total, focus.category).map((row) => (
						<FigureLine key={row.key} row={row} unit={null} onAsk={onAsk} />
					))}
				</tbody>
			</table>
			{listed.units.length === 0 && (
				<p className="muted plan-none">
					{t("plan.panel.noUnits", { level: t(`level.${focus.layer}`) })}
				</p>
			)}
			{listed.units.map((unit) => (
				<UnitBlock
					key={`${listed.layer} ${unit.code}`}
					unit={unit}
					category={focus.category}
					onAsk={onAsk}
				/>
			))}
		</div>
	);
}
