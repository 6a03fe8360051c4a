// Someone else saved the plan meanwhile: keep mine, take theirs, or both where they do not touch.
import { Button, Modal, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../data/formats.ts";
import type { PlanKeeper } from "../../../data/plan/PlanKeeper.ts";
import { useKeepState } from "../useDrawingTable.ts";

export function ConflictDialog({ keeper }: { keeper: PlanKeeper }): ReactNode {
	const { t } = useTranslation();
	const state = useKeepState(keeper);
	if (state.kind !== "conflict") return null;
	const { theirs, merged } = state;
	const differences = merged.kind === "conflict" ? merged.pairs.length : 0;
	return (
		<Modal
			open
			width={480}
			closable={false}
			keyboard={false}
			title={t("plan.dialog.conflict.title")}
			footer={
				<Space wrap>
					<Button onClick={() => void keeper.settle("theirs")} data-testid="plan-take-theirs">
						{t("plan.dialog.conflict.theirs")}
					</Button>
					<Button onClick={() => void keeper.settle("mine")} data-testid="plan-keep-mine">
						{t("plan.dialog.conflict.mine")}
					</Button>
					<Button
						type="primary"
						disabled={merged.kind === "conflict"}
						onClick={() => void keeper.settle("both")}
						data-testid="plan-take-both"
					>
						{t("plan.dialog.conflict.both")}
					</Button>
				</Space>
			}
		>
			<p>
				{t("plan.dialog.conflict.words", {
					who: theirs.savedBy,
					time: formatTime(theirs.savedAt),
				})}
			</p>
			<p className="muted">
				{merged.kind === "conflict"
					? t("plan.dialog.conflict.touch", { count: Math.max(1, differences) })
					: t("plan.dialog.conflict.apart")}
			</p>
		</Modal>
	);
}
