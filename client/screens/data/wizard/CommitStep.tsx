// 提交: what will be in force, what is accepted with it and why. Blocking issues are not accepted here.
import { Checkbox, Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../../data/formats.ts";
import { useCanEdit } from "../../../data/useCanEdit.ts";
import { countOf, type Gate, gateOf, needsConsent } from "./commitGate.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import { SeverityTag } from "./SeverityTag.tsx";
import type { StepProps } from "./StepProps.ts";
import { useCodeWords } from "./useCodeWords.ts";
import { WizardFrame } from "./WizardFrame.tsx";

export function CommitStep(props: StepProps): ReactNode {
	const { upload, act } = props;
	const { t } = useTranslation();
	const canEdit = useCanEdit();
	const [acceptWarnings, setAccept] = useState(false);
	const [reason, setReason] = useState("");
	const reasonId = useId();
	const [renewSnapshot, setRenew] = useState(true);
	const { report } = upload;
	if (report === null) return null;
	const gate = gateOf(report, { acceptWarnings, reason });
	const sentence = t(`data.gate.${gate}`, { shown: formatCount(report.accepted) });
	return (
		<WizardFrame
			{...props}
			sentence={sentence}
			main={
				canEdit
					? {
							label: t("data.commit.commit"),
							testId: "commit",
							whyNot: gate === "open" ? null : sentence,
							onAct: () =>
								act.mutate({ verb: "commit", body: { acceptWarnings, reason, renewSnapshot } }),
						}
					: null
			}
			left={
				<section className="data-card commit" aria-labelledby="commit">
					<h2 id="commit">{t("data.commit.title")}</h2>
					<ProblemNote upload={upload} />
					<BlockedNote {...props} gate={gate} />
					<LeftOpen {...props} />
					{needsConsent(report) && (
						<Checkbox
							checked={acceptWarnings}
							data-testid="accept-warnings"
							onChange={({ target }) => setAccept(target.checked)}
						>
							{t("data.commit.accept")}
						</Checkbox>
					)}
					<label className="reason" htmlFor={reasonId}>
						{t(needsConsent(report) ? "data.commit.reasonNeeded" : "data.commit.reason")}
						<Input.TextArea
							id={reasonId}
							rows={3}
							maxLength={2000}
							value={reason}
							placeholder={t("data.commit.reasonHint")}
							data-testid="reason"
							onChange={({ target }) => setReason(target.value)}
						/>
					</label>
					<Checkbox
						checked={renewSnapshot}
						data-testid="renew"
						onChange={({ target }) => setRenew(target.checked)}
					>
						{t("data.commit.renew")}
					</Checkbox>
				</section>
			}
		/>
	);
}

/** Where to go to get what is in the way out of it. */
function BlockedNote({ upload, gate, desk, goTo }: StepProps & { gate: Gate }): ReactNode {
	const { t } = useTranslation();
	if (gate !== "blocking" || upload.report === null) return null;
	const count = countOf(upload.report, "blocking");
	return (
		<div className="state-note error" role="alert">
			<div>
				<p>{t("data.commit.blocked", { count })}</p>
				<button
					type="button"
					className="text-button"
					data-testid="go-mend"
					onClick={() => {
						desk.setFilter({ severity: "blocking", code: null, isOpenOnly: true });
						goTo("mend");
					}}
				>
					{t("data.commit.goMend")}
				</button>
			</div>
		</div>
	);
}

function LeftOpen({ upload }: StepProps): ReactNode {
	const { t } = useTranslation();
	const codeWords = useCodeWords();
	const { report, steps } = upload;
	if (report === null) return null;
	return (
		<>
			<dl className="commit-counts">
				{(["read", "accepted", "leftOut"] as const).map((name) => (
					<div key={name}>
						<dt>{t(`data.count.${name}`)}</dt>
						<dd>{formatCount(report[name])}</dd>
					</div>
				))}
				<div>
					<dt>{t("data.mend.applied")}</dt>
					<dd>{steps.length}</dd>
				</div>
			</dl>
			{report.groups.length > 0 && (
				<ul className="commit-groups">
					{report.groups.map(({ code, severity, count }) => (
						<li key={`${severity} ${code}`}>
							<SeverityTag severity={severity} />
							<span className="ellipsis">{codeWords(code)}</span>
							<b>{formatCount(count)}</b>
						</li>
					))}
				</ul>
			)}
		</>
	);
}
