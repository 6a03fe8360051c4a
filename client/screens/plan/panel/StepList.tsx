// 步骤: the history of the plan. A click goes to where the step is done; a step can be taken out by itself.
import "./steps.css";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../../data/formats.ts";
import type { PlanAct, PlanStep } from "../../../data/plan/planMessages.ts";
import { useIsPhone } from "../../../ui/useIsPhone.ts";
import { VirtualRows } from "../../../ui/VirtualRows.tsx";
import { StepRow } from "./StepRow.tsx";

interface StepListProps {
	readonly steps: readonly PlanStep[];
	/** How many of them are done. */
	readonly done: number;
	/** Of the view: a stroke that is not over has the steps of what it starts from. */
	readonly version: number;
	onAct(act: PlanAct): void;
	onShowCells(cells: readonly string[]): void;
}

/** For a pointer; and for fingers. */
const STEP_ROW_PX = 26;
const TOUCH_ROW_PX = 44;
const MAX_ROWS = 6;

export const StepList = memo(function StepList(props: StepListProps): ReactNode {
	const { steps, done, onAct, onShowCells } = props;
	const { t } = useTranslation();
	const rowPx = useIsPhone() ? TOUCH_ROW_PX : STEP_ROW_PX;
	const list = useShownRow(done, rowPx);
	return (
		<section className="plan-steps" data-testid="plan-steps">
			<h3>
				{t("plan.panel.steps.title")}
				<small>
					{t("plan.panel.steps.count", { done: formatCount(done), all: formatCount(steps.length) })}
				</small>
				<span className="right muted">{t("plan.panel.steps.hint")}</span>
			</h3>
			<div ref={list}>
				<VirtualRows
					count={steps.length + 1}
					rowPx={rowPx}
					maxPx={rowPx * MAX_ROWS}
					label={t("plan.panel.steps.title")}
					row={(number) => (
						<StepRow
							// a row is a place in the list; the step that stands there may be another one
							key={number}
							number={number}
							step={steps[number - 1] ?? null}
							done={done}
							onAct={onAct}
							onShowCells={onShowCells}
						/>
					)}
				/>
			</div>
		</section>
	);
}, isSameList);

function isSameList(one: StepListProps, other: StepListProps): boolean {
	return (
		one.version === other.version &&
		one.done === other.done &&
		one.steps.length === other.steps.length &&
		one.onAct === other.onAct &&
		one.onShowCells === other.onShowCells
	);
}

/** The step that was done last is in sight; what is in sight already stays where it is. */
function useShownRow(done: number, rowPx: number) {
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const rows = list.current?.querySelector(".virtual-rows");
		if (rows == null) return;
		const topPx = done * rowPx;
		const lowest = topPx + rowPx - rows.clientHeight;
		if (rows.scrollTop > topPx || rows.scrollTop < lowest) rows.scrollTop = Math.max(0, lowest);
	}, [done, rowPx]);
	return list;
}
