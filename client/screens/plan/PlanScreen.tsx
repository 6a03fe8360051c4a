// 规划工作台: one plan, drawn and measured.
import "./plan.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useErrorWords } from "../../data/errorWords.ts";
import { planQuery } from "../../data/plan/planQueries.ts";
import { StateNote } from "../../ui/StateNote.tsx";
import { PlanTableScreen } from "./PlanTableScreen.tsx";

export default function PlanScreen(): ReactNode {
	const { t } = useTranslation();
	const { id = "" } = useParams();
	const navigate = useNavigate();
	const errorWords = useErrorWords();
	const plan = useQuery(planQuery(Number(id)));
	if (plan.data !== undefined && !plan.isFetching)
		return <PlanTableScreen key={plan.data.id} plan={plan.data} />;
	return (
		<main className="plan-page waiting">
			{plan.error === null ? (
				<p className="app-wait">{t("plan.table.loading")}</p>
			) : (
				<StateNote
					icon="warning"
					tone="error"
					words={errorWords(plan.error)}
					action={{ label: t("plan.table.toList"), onAct: () => void navigate("/plans") }}
				/>
			)}
		</main>
	);
}
