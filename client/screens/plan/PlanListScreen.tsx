// 规划工作台: plans that are kept, one's own and those that others share, and a new one.
import "./plan.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../data/errorWords.ts";
import { plansQuery } from "../../data/plan/planQueries.ts";
import { useCanDraw } from "../../data/plan/useCanDraw.ts";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { NewPlan } from "./list/NewPlan.tsx";
import { PlanRow } from "./list/PlanRow.tsx";

export default function PlanListScreen(): ReactNode {
	const { t } = useTranslation();
	const plans = useQuery(plansQuery);
	const canDraw = useCanDraw();
	const errorWords = useErrorWords();
	return (
		<main className="data-page plan-list" data-testid="plans">
			<h1>{t("plan.list.title")}</h1>
			{canDraw ? <NewPlan /> : <p className="muted">{t("plan.table.lookOnly")}</p>}
			<section className="data-card" aria-labelledby="plan-list">
				<h2 id="plan-list">
					{t("plan.list.kept")} <small>{t("plan.list.why")}</small>
				</h2>
				{plans.error !== null && (
					<StateNote icon="warning" tone="error" words={errorWords(plans.error)} />
				)}
				{plans.data === undefined && plans.error === null && <Skeleton rows={4} height={32} />}
				{plans.data?.length === 0 && <p className="muted">{t("plan.list.none")}</p>}
				{plans.data !== undefined && plans.data.length > 0 && (
					<table className="plan-table">
						<thead>
							<tr>
								{(["name", "steps", "snapshot", "saved", "acts"] as const).map((column) => (
									<th key={column} scope="col">
										{t(`plan.list.${column}`)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{plans.data.map((plan) => (
								<PlanRow key={plan.id} plan={plan} canDraw={canDraw} />
							))}
						</tbody>
					</table>
				)}
			</section>
		</main>
	);
}
