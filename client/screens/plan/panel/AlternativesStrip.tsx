// Alternatives of one matter side by side: four figures each, the best of every row marked.
import "./alternatives.css";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanSummary } from "../../../../planning/wire/plansApi.ts";
import type { PlanSummaryFigures } from "../../../data/plan/planFigures.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { AlternativeCard } from "./AlternativeCard.tsx";
import { type SummaryKey, summaryRows } from "./summaryRows.ts";

/** No more are compared side by side. */
export const MOST_COMPARED = 4;

interface AlternativesStripProps {
	/** Of one group. */
	readonly plans: readonly Pick<PlanSummary, "id" | "title">[];
	readonly currentId: number | null;
	/** Null while a plan is not measured. */
	figuresOf(id: number): PlanSummaryFigures | null;
	onOpen(id: number): void;
	onAdd(): void;
	/** Two to four plans, in the order of the strip. */
	onCompare(ids: readonly number[]): void;
}

export function AlternativesStrip(props: AlternativesStripProps): ReactNode {
	const { plans, currentId, figuresOf, onOpen, onAdd, onCompare } = props;
	const { t } = useTranslation();
	const [left, setLeft] = useState<readonly number[]>([]);
	const figures = plans.map(({ id }) => figuresOf(id));
	const rows = summaryRows(figures, keysFor(figures));
	const compared = plans
		.map(({ id }) => id)
		.filter((id) => !left.includes(id))
		.slice(0, MOST_COMPARED);
	const toggle = (id: number) =>
		setLeft(compared.includes(id) ? [...left, id] : left.filter((one) => one !== id));
	return (
		<section className="panel alternatives" aria-label={t("plan.panel.alternatives.title")}>
			<ul className="alternative-list">
				{plans.map(({ id, title }, i) => (
					<AlternativeCard
						key={id}
						{...{ title, index: i, rows, isCurrent: id === currentId }}
						isMeasured={figures[i] !== null}
						isCompared={compared.includes(id)}
						canCompare={compared.includes(id) || compared.length < MOST_COMPARED}
						onOpen={() => onOpen(id)}
						onToggle={() => toggle(id)}
					/>
				))}
			</ul>
			<div className="alternative-acts">
				<button
					type="button"
					className="alternative-add"
					title={t("plan.panel.alternatives.add")}
					aria-label={t("plan.panel.alternatives.add")}
					onClick={onAdd}
					data-testid="plan-add-alternative"
				>
					<Icon name="plus" />
				</button>
				<button
					type="button"
					className="button small"
					disabled={compared.length < 2}
					onClick={() => onCompare(compared)}
					data-testid="plan-compare"
				>
					{t("plan.panel.alternatives.compare", { count: compared.length })}
				</button>
			</div>
		</section>
	);
}

/** 属地 where anybody has it. */
function keysFor(figures: readonly (PlanSummaryFigures | null)[]): readonly SummaryKey[] {
	const hasOwn = figures.some((one) => (one?.ownCoveragePct ?? null) !== null);
	const share = hasOwn ? "ownCoveragePct" : "coveragePct";
	return ["movedResidents", share, "minCompactness", "largestResidents"];
}
