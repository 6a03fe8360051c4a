// The data have a newer version than the plan stands on: told, and the plan brought onto it as an alternative.
import { App, Button, Modal, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { KeptPlan, RebasedPlan } from "../../../planning/wire/plansApi.ts";
import { useErrorWords } from "../../data/errorWords.ts";
import { useRebasePlan } from "../../data/plan/planQueries.ts";
import { useLanguage } from "../../data/useLanguage.ts";

interface BadgeProps {
	readonly plan: KeptPlan;
	readonly canDraw: boolean;
}

export function OldSnapshotBadge({ plan, canDraw }: BadgeProps): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const navigate = useNavigate();
	const rebase = useRebasePlan();
	const [rebased, setRebased] = useState<RebasedPlan | null>(null);
	const open = (made: RebasedPlan) => void navigate(`/plans/${made.plan.id}`);
	const begin = () =>
		rebase.mutate(
			{ id: plan.id, title: t("plan.rebase.name", { title: plan.title }).slice(0, 80) },
			{
				onSuccess: (made) => (made.conflicts.length === 0 ? open(made) : setRebased(made)),
				onError: (error) => void message.error(errorWords(error)),
			},
		);
	const content = (
		<div className="share-plan">
			<p>{t("plan.table.oldSnapshotWhy")}</p>
			{canDraw && (
				<Button size="small" type="primary" loading={rebase.isPending} onClick={begin}>
					{t("plan.rebase.do")}
				</Button>
			)}
		</div>
	);
	return (
		<>
			<Popover content={content} trigger="click" placement="bottomLeft">
				<button type="button" className="badge stale" data-testid="plan-old-snapshot">
					{t("plan.table.oldSnapshot")}
				</button>
			</Popover>
			{rebased !== null && (
				<Conflicts
					rebased={rebased}
					onOpen={() => open(rebased)}
					onClose={() => setRebased(null)}
				/>
			)}
		</>
	);
}

interface ConflictsProps {
	readonly rebased: RebasedPlan;
	onOpen(): void;
	onClose(): void;
}

function Conflicts({ rebased: { conflicts }, onOpen, onClose }: ConflictsProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<Modal
			open
			width={520}
			title={t("plan.rebase.title", { count: conflicts.length })}
			okText={t("plan.rebase.open")}
			cancelText={t("plan.rebase.stay")}
			onOk={onOpen}
			onCancel={onClose}
		>
			<ul className="rebase-conflicts">
				{conflicts.map(({ index, step, refusal, changed }) => (
					<li key={index}>
						<b>
							{t("plan.table.leftStep", { step: index + 1 })}
							{step[language]}
						</b>
						<p className="muted">
							{refusal?.[language] ?? t("plan.rebase.changed", { codes: changed.join("、") })}
						</p>
					</li>
				))}
			</ul>
		</Modal>
	);
}
