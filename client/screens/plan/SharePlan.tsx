// Lets colleagues open and change the plan, and hands over its address.
import { App, Button, Popover, Switch } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import { CopyField } from "../../app/CopyField.tsx";
import { useErrorWords } from "../../data/errorWords.ts";
import { useChangePlan } from "../../data/plan/planQueries.ts";
import { Icon } from "../../ui/Icon.tsx";

export function SharePlan({ plan }: { plan: KeptPlan }): ReactNode {
	const { t } = useTranslation();
	const { message } = App.useApp();
	const errorWords = useErrorWords();
	const change = useChangePlan();
	const [isShared, setShared] = useState(plan.isShared);
	const share = (wanted: boolean) =>
		change.mutate(
			{ id: plan.id, isShared: wanted },
			{
				onSuccess: () => setShared(wanted),
				onError: (error) => void message.error(errorWords(error)),
			},
		);
	const content = (
		<div className="share-plan">
			<div className="share-switch">
				<Switch
					size="small"
					checked={isShared}
					loading={change.isPending}
					onChange={share}
					aria-label={t("plan.table.shareWith")}
				/>
				<span aria-hidden="true">{t("plan.table.shareWith")}</span>
			</div>
			<p className="muted">{t(isShared ? "plan.table.sharedHint" : "plan.table.ownHint")}</p>
			<CopyField
				text={window.location.href}
				label={t("plan.table.address")}
				testId="plan-address"
			/>
		</div>
	);
	return (
		<Popover content={content} trigger="click" placement="bottomRight">
			<Button size="small" icon={<Icon name="share" size={14} />} data-testid="plan-share">
				{t("plan.table.share")}
			</Button>
		</Popover>
	);
}
