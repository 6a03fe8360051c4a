// Alternatives of the same matter at the bottom: opened, added as a copy of this one, compared.

import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import { useErrorWords } from "../../data/errorWords.ts";
import type { PlanTable } from "../../data/plan/PlanTable.ts";
import { summaryFigures } from "../../data/plan/planFigures.ts";
import type { PlanFocus, PlanView } from "../../data/plan/planMessages.ts";
import { plansQuery, useCopyPlan } from "../../data/plan/planQueries.ts";
import { AlternativesStrip } from "./panel/AlternativesStrip.tsx";
import { useLooks } from "./useLooks.ts";

interface AlternativesProps {
	readonly plan: KeptPlan;
	readonly table: PlanTable;
	readonly view: PlanView;
	readonly focus: PlanFocus;
}

export function Alternatives({ plan, table, view, focus }: AlternativesProps): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const navigate = useNavigate();
	const [, setSearch] = useSearchParams();
	const all = useQuery(plansQuery);
	const copy = useCopyPlan();
	const alternatives = (all.data ?? [])
		.filter(({ group, snapshot }) => group === plan.group && snapshot === plan.snapshot)
		.sort((a, b) => a.id - b.id);
	const others = alternatives.filter(({ id }) => id !== plan.id);
	const looks = useLooks(table, others, focus);
	const add = () =>
		copy.mutate(
			{ id: plan.id, title: t("plan.table.copyOf", { title: plan.title }).slice(0, 80) },
			{
				onSuccess: ({ id }) => void navigate(`/plans/${id}`),
				onError: (error) => void message.error(errorWords(error)),
			},
		);
	return (
		<AlternativesStrip
			plans={alternatives}
			currentId={plan.id}
			figuresOf={(id) => {
				const look = id === plan.id ? view : looks.get(id);
				return look === undefined ? null : summaryFigures(look, focus);
			}}
			onOpen={(id) => id !== plan.id && void navigate(`/plans/${id}`)}
			onAdd={add}
			onCompare={(ids) =>
				setSearch((before) => {
					before.set("compare", ids.join(","));
					return before;
				})
			}
		/>
	);
}
