// The bar below: what was read, how it stands, what is going on, and the verb that comes next.
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../data/errorWords.ts";
import { formatCount } from "../../../data/formats.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { StepProps } from "./StepProps.ts";
import { WorkNote } from "./WorkNote.tsx";
import { stepBefore } from "./wizardSteps.ts";

export interface MainAct {
	/** The verb says what it does. */
	readonly label: string;
	readonly testId: string;
	/** Why it cannot be done yet; null when it can. */
	readonly whyNot: string | null;
	onAct(): void;
}

interface WizardBarProps extends StepProps {
	readonly sentence: string;
	readonly main: MainAct | null;
}

export function WizardBar({ upload, step, act, goTo, sentence, main }: WizardBarProps): ReactNode {
	const { t } = useTranslation();
	const errorWords = useErrorWords();
	const { report, work } = upload;
	const before = stepBefore(step);
	const isBusy = work !== null || act.isPending;
	return (
		<footer className="wizard-bar">
			{report !== null && (
				<dl className="wizard-counts">
					{(["read", "accepted", "leftOut"] as const).map((name) => (
						<div key={name}>
							<dt>{t(`data.count.${name}`)}</dt>
							<dd data-testid={`count-${name}`}>{formatCount(report[name])}</dd>
						</div>
					))}
				</dl>
			)}
			{work !== null ? (
				<WorkNote work={work} onCancel={() => act.mutate({ verb: "cancel", body: {} })} />
			) : act.error !== null ? (
				<p className="wizard-sentence error" role="alert" data-testid="act-error">
					<Icon name="warning" size={14} /> {errorWords(act.error)}
				</p>
			) : (
				<p className="wizard-sentence" role="status" data-testid="sentence" title={sentence}>
					{sentence}
				</p>
			)}
			<span className="wizard-saved">{t("data.wizard.saved")}</span>
			{before !== null && (
				<button
					type="button"
					className="button"
					data-testid="previous"
					onClick={() => goTo(before)}
				>
					{t("data.wizard.previous")}
				</button>
			)}
			{main !== null && (
				<Tooltip title={isBusy ? null : main.whyNot}>
					<button
						type="button"
						className="button primary"
						data-testid={main.testId}
						disabled={isBusy || main.whyNot !== null}
						onClick={main.onAct}
					>
						{main.label}
					</button>
				</Tooltip>
			)}
		</footer>
	);
}
