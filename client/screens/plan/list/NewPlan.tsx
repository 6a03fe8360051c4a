// A new plan on the current snapshot.
import { App, Button, Input } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useErrorWords } from "../../../data/errorWords.ts";
import { useCreatePlan } from "../../../data/plan/planQueries.ts";

export function NewPlan(): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const navigate = useNavigate();
	const create = useCreatePlan();
	const [title, setTitle] = useState("");
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (title.trim() === "") return;
		create.mutate(
			{ title: title.trim(), snapshot: "current" },
			{
				onSuccess: ({ id }) => void navigate(`/plans/${id}`),
				onError: (error) => void message.error(errorWords(error)),
			},
		);
	};
	return (
		<form className="new-plan" onSubmit={submit}>
			<Input
				value={title}
				maxLength={80}
				placeholder={t("plan.list.newName")}
				aria-label={t("plan.list.newName")}
				onChange={(event) => setTitle(event.target.value)}
				data-testid="plan-new-name"
			/>
			<Button
				type="primary"
				htmlType="submit"
				disabled={title.trim() === ""}
				loading={create.isPending}
				data-testid="plan-new"
			>
				{t("plan.list.new")}
			</Button>
		</form>
	);
}
