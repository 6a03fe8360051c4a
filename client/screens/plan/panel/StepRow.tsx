// One step of the history; number 0 is the snapshot, before anything was done.
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanAct, PlanStep } from "../../../data/plan/planMessages.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { stepRow } from "../../../ui/stepRow.ts";
import { StepIcon } from "./StepIcon.tsx";

interface StepRowProps {
	/** From 1; 0 of the snapshot. */
	readonly number: number;
	readonly step: PlanStep | null;
	readonly done: number;
	onAct(act: PlanAct): void;
	onShowCells(cells: readonly string[]): void;
}

export function StepRow({ number, step, done, onAct, onShowCells }: StepRowProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const isDone = number <= done;
	const isLast = number === done;
	const words = step === null ? t("plan.panel.steps.start") : step[language];
	const show = () => onShowCells(step?.cells ?? []);
	const hide = () => onShowCells([]);
	const remove = () => onAct({ kind: "remove", index: number - 1 });
	const canRemove = step !== null && isDone;
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (event.key === "Delete" && canRemove) remove();
		else stepRow(event);
	};
	return (
		<li
			className={`plan-step ${isLast ? "on" : ""} ${isDone ? "" : "undone"}`}
			onMouseEnter={show}
			onMouseLeave={hide}
			onFocus={show}
			onBlur={hide}
		>
			<button
				type="button"
				className="plan-step-jump"
				aria-current={isLast ? "step" : undefined}
				title={words}
				data-testid={`plan-step-${number}`}
				onClick={() => onAct({ kind: "jump", done: number })}
				onKeyDown={onKeyDown}
			>
				<span className="plan-step-number">{number}</span>
				<StepIcon op={step?.op ?? null} />
				<span className="ellipsis">{words}</span>
				{!isDone && <small>{t("plan.panel.steps.undone")}</small>}
			</button>
			{canRemove && (
				<button
					type="button"
					className="plan-step-remove"
					title={t("plan.panel.steps.remove")}
					aria-label={t("plan.panel.steps.removeOne", { number, words })}
					data-testid={`plan-remove-${number}`}
					onClick={remove}
				>
					<Icon name="close" size={12} />
				</button>
			)}
		</li>
	);
}
