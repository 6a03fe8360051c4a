// A unit that the plan touches: name, criteria, and its figures before and after. Drawn anew only when a figure differs:
// every step of a stroke brings new objects for all of them.
import { memo, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { judgedCriteria } from "../../../data/plan/planFigures.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { CriteriaLights } from "./CriteriaLights.tsx";
import { FigureColumns, FigureLine } from "./FigureLine.tsx";
import type { ListedUnit } from "./listedUnits.ts";
import type { OnAsk } from "./origin.ts";
import { figureRows } from "./unitRows.ts";

interface UnitBlockProps {
	readonly unit: ListedUnit;
	readonly category: string;
	readonly onAsk: OnAsk;
}

export const UnitBlock = memo(function UnitBlock(props: UnitBlockProps): ReactNode {
	const { unit, category, onAsk } = props;
	const { code, before, after, isKnown } = unit;
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(unit.isOpen);
	const name = (after ?? before)?.name ?? code;
	return (
		<section className="plan-unit" data-testid={`plan-unit-${code}`}>
			<div className="plan-unit-head">
				<button
					type="button"
					className="plan-unit-name"
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					<Icon name="down" size={12} />
					<b className="ellipsis" title={`${name} ${code}`}>
						{name}
					</b>
				</button>
				<UnitTag unit={unit} />
				{after !== null && (
					<CriteriaLights
						unit={code}
						criteria={judgedCriteria(after, isKnown)}
						before={before === null ? [] : judgedCriteria(before, isKnown)}
						onAsk={onAsk}
					/>
				)}
			</div>
			{!isKnown && <p className="plan-unit-note">{t("plan.panel.ownDistrict")}</p>}
			{isOpen && (
				<table className="plan-figures">
					<caption className="unseen">{name}</caption>
					<FigureColumns />
					<tbody>
						{figureRows(unit, category).map((row) => (
							<FigureLine
								key={row.key}
								row={row}
								unit={code}
								noFigure={noFigureWords(unit, t)}
								onAsk={onAsk}
							/>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}, isSameBlock);

function UnitTag({ unit: { before, after } }: { unit: ListedUnit }): ReactNode {
	const { t } = useTranslation();
	if (before === null) return <span className="plan-tag new">{t("plan.panel.isNew")}</span>;
	if (after === null) return <span className="plan-tag gone">{t("plan.panel.isGone")}</span>;
	if (before.name !== after.name)
		return <small className="muted ellipsis">{t("plan.panel.was", { name: before.name })}</small>;
	return null;
}

function noFigureWords({ before, after, isKnown }: ListedUnit, t: (key: string) => string) {
	if (before === null) return t("plan.panel.isNew");
	if (after === null) return t("plan.panel.isGone");
	return isKnown ? undefined : t("plan.panel.notTold");
}

function isSameBlock(one: UnitBlockProps, other: UnitBlockProps): boolean {
	return (
		one.category === other.category &&
		one.onAsk === other.onAsk &&
		(one.unit === other.unit || JSON.stringify(one.unit) === JSON.stringify(other.unit))
	);
}
