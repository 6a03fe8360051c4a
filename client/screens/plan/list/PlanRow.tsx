// One plan of the list: opened, renamed by its owner, copied, taken away.
import { App, Button, Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PlanSummary } from "../../../../planning/wire/plansApi.ts";
import { useErrorWords } from "../../../data/errorWords.ts";
import { formatCount, formatTime } from "../../../data/formats.ts";
import { useCopyPlan, useRemovePlan } from "../../../data/plan/planQueries.ts";

export function PlanRow({ plan, canDraw }: { plan: PlanSummary; canDraw: boolean }): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const copy = useCopyPlan();
	const remove = useRemovePlan();
	const say = (error: Error) => void message.error(errorWords(error));
	const copyTitle = t("plan.table.copyOf", { title: plan.title }).slice(0, 80);
	return (
		<tr>
			<td>
				<Link to={`/plans/${plan.id}`}>{plan.title}</Link>
				<small>
					{plan.isMine ? t("plan.list.mine") : plan.ownerName}
					{plan.isShared && ` · ${t("plan.list.shared")}`}
				</small>
			</td>
			<td className="number">{formatCount(plan.done)}</td>
			<td>
				{plan.isCurrentSnapshot ? (
					t("plan.list.current")
				) : (
					<span className="badge stale" title={t("plan.table.oldSnapshotWhy")}>
						{t("plan.table.oldSnapshot")}
					</span>
				)}
			</td>
			<td>
				{formatTime(plan.updatedAt)}
				<small>{plan.savedBy}</small>
			</td>
			<td className="acts">
				{canDraw && (
					<Button
						size="small"
						loading={copy.isPending}
						onClick={() => copy.mutate({ id: plan.id, title: copyTitle }, { onError: say })}
					>
						{t("plan.list.copy")}
					</Button>
				)}
				{plan.isMine && (
					<Popconfirm
						title={t("plan.list.removeSure", { title: plan.title })}
						okText={t("plan.list.remove")}
						cancelText={t("plan.dialog.cancel")}
						onConfirm={() => remove.mutate(plan.id, { onError: say })}
					>
						<Button size="small">{t("plan.list.remove")}</Button>
					</Popconfirm>
				)}
			</td>
		</tr>
	);
}
