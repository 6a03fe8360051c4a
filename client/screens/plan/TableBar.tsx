// Above the map: which plan this is, whether it is kept, undo and redo, what is shown, sharing.
import { Segmented, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import type { PlanKeeper } from "../../data/plan/PlanKeeper.ts";
import type { PlanAct } from "../../data/plan/planMessages.ts";
import { Icon } from "../../ui/Icon.tsx";
import { KeepNote } from "./KeepNote.tsx";
import { OldSnapshotBadge } from "./OldSnapshotBadge.tsx";
import { SharePlan } from "./SharePlan.tsx";
import { SHOWINGS, type Showing } from "./showings.ts";

interface TableBarProps {
	readonly plan: KeptPlan;
	readonly keeper: PlanKeeper;
	readonly done: number;
	readonly stepCount: number;
	readonly showing: Showing;
	readonly canDraw: boolean;
	onShow(showing: Showing): void;
	onAct(act: PlanAct): void;
}

export function TableBar(props: TableBarProps): ReactNode {
	const { plan, keeper, done, stepCount, showing, canDraw, onShow, onAct } = props;
	const { t } = useTranslation();
	return (
		<div className="panel table-bar">
			<Tooltip title={t("plan.table.toList")}>
				<Link className="icon-button" to="/plans" aria-label={t("plan.table.toList")}>
					<Icon name="back" />
				</Link>
			</Tooltip>
			<h1 className="ellipsis" title={plan.title}>
				{plan.title}
			</h1>
			{!plan.isCurrentSnapshot && <OldSnapshotBadge plan={plan} canDraw={canDraw} />}
			<KeepNote keeper={keeper} />
			<span className="spring" />
			{canDraw && (
				<>
					<Step icon="undo" words="undo" isOff={done === 0} onUse={() => onAct({ kind: "undo" })} />
					<Step
						icon="redo"
						words="redo"
						isOff={done === stepCount}
						onUse={() => onAct({ kind: "redo" })}
					/>
				</>
			)}
			<Segmented<Showing>
				size="small"
				aria-label={t("plan.table.showing")}
				value={showing}
				options={SHOWINGS.map((value) => ({ value, label: t(`plan.table.show.${value}`) }))}
				onChange={onShow}
				data-testid="plan-showing"
			/>
			{plan.isMine && <SharePlan plan={plan} />}
		</div>
	);
}

interface StepProps {
	readonly icon: "undo" | "redo";
	readonly words: "undo" | "redo";
	readonly isOff: boolean;
	onUse(): void;
}

function Step({ icon, words, isOff, onUse }: StepProps): ReactNode {
	const { t } = useTranslation();
	return (
		<button
			type="button"
			className="text-button step-button"
			disabled={isOff}
			onClick={onUse}
			title={t(`plan.table.${words}Keys`)}
			data-testid={`plan-${words}`}
		>
			<Icon name={icon} size={15} />
			<span>{t(`plan.table.${words}`)}</span>
		</button>
	);
}
