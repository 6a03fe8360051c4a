// 检查 and 修补: every problem in the table and at its place; what a machine can mend is mended with consent.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../../app/useKeys.ts";
import { AppliedSteps } from "./AppliedSteps.tsx";
import { IssueTable } from "./IssueTable.tsx";
import { openCounts } from "./issueFilter.ts";
import { MendCard } from "./MendCard.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { RecapCard } from "./RecapCard.tsx";
import type { StepProps } from "./StepProps.ts";
import { useCheckSentence } from "./useCheckSentence.ts";
import type { MainAct } from "./WizardBar.tsx";
import { WizardFrame } from "./WizardFrame.tsx";

export function CheckStep(props: StepProps): ReactNode {
	const { upload, step, desk } = props;
	const main = useMain(props);
	const checked = useCheckSentence(upload, openCounts(desk.issues));
	const { t } = useTranslation();
	const picked = step === "mend" ? desk.picked.length : 0;
	const sentence = picked > 0 ? t("data.mend.picked", { count: picked }) : checked;
	const next = () => desk.step(1);
	const previous = () => desk.step(-1);
	const leave = () => desk.choose(null);
	useKeys({ j: next, J: next, k: previous, K: previous, Escape: leave });
	return (
		<WizardFrame
			{...props}
			sentence={sentence}
			main={main}
			left={
				<>
					<ProblemNote upload={upload} />
					{step === "check" ? (
						<RecapCard {...props} />
					) : (
						<>
							<MendCard {...props} />
							<AppliedSteps {...props} />
						</>
					)}
				</>
			}
			table={<IssueTable {...props} />}
		/>
	);
}

/** 检查 leads to mending where something can be mended; 修补 applies what was agreed to and goes on. */
function useMain({ upload, step, desk, goTo }: StepProps): MainAct {
	const { t } = useTranslation();
	const { report, suggestions, steps } = upload;
	const whyNot = report === null ? t("data.check.none") : null;
	if (step === "check" && (suggestions.length > 0 || steps.length > 0))
		return {
			label: t("data.check.toMend"),
			testId: "to-mend",
			whyNot,
			onAct: () => goTo("mend"),
		};
	const isPicked = step === "mend" && desk.picked.length > 0;
	return {
		label: t(isPicked ? "data.mend.applyAndCompare" : "data.mend.compare"),
		testId: "to-compare",
		whyNot,
		onAct: () => {
			if (isPicked) desk.apply();
			goTo("compare");
		},
	};
}
