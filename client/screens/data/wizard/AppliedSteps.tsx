// 已做的修补: each step with what it did, in order; any of them can be taken back.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MendReport } from "../../../../planning/wire/mends.ts";
import { formatCount } from "../../../data/formats.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { stepKey } from "./mendSteps.ts";
import type { StepProps } from "./StepProps.ts";

export function AppliedSteps({ upload, desk, act }: StepProps): ReactNode {
	const { t } = useTranslation();
	const { steps, work } = upload;
	if (steps.length === 0) return null;
	return (
		<section className="data-card applied" aria-labelledby="applied">
			<h2 id="applied">
				{t("data.mend.applied")} <small>{t("data.mend.stepCount", { count: steps.length })}</small>
				{steps.length > 1 && (
					<button
						type="button"
						className="text-button right"
						disabled={work !== null || act.isPending}
						data-testid="undo-all"
						onClick={desk.undoAll}
					>
						{t("data.mend.undoAll")}
					</button>
				)}
			</h2>
			<ol>
				{steps.map((report, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the same step may be applied twice
					<li key={`${index} ${stepKey(report.step)}`} data-testid={`applied-${index}`}>
						<MendFigures report={report} />
						<button
							type="button"
							className="text-button"
							disabled={work !== null || act.isPending}
							data-testid={`undo-${index}`}
							onClick={() => desk.undo(index)}
						>
							{t("data.decision.takeBack")}
						</button>
					</li>
				))}
			</ol>
		</section>
	);
}

/** Words and figures of one step; also in the history of a version. */
export function MendFigures({ report }: { report: MendReport }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const { words, touched, largestMoveM, areas, troubles, idle } = report;
	const figures = [
		touched > 0 ? t("data.mend.touched", { count: touched, shown: formatCount(touched) }) : "",
		largestMoveM > 0 ? t("data.mend.largestMove", { metres: largestMoveM.toFixed(2) }) : "",
		troubles === null ? "" : t("data.mend.troubles", { ...troubles }),
	].filter(Boolean);
	return (
		<div className="mend-figures">
			<span>{words[language]}</span>
			<small>{idle === null ? figures.join(t("data.comma")) : idle[language]}</small>
			{areas.length > 0 && (
				<small>
					{areas
						.slice(0, 4)
						.map(({ name, beforeM2, afterM2 }) =>
							t("data.mend.area", { name, area: signedM2(afterM2 - beforeM2) }),
						)
						.join(t("data.comma"))}
					{areas.length > 4 && ` ${t("data.mend.more", { count: areas.length - 4 })}`}
				</small>
			)}
		</div>
	);
}

function signedM2(areaM2: number): string {
	const digits = formatCount(Math.abs(Math.round(areaM2)));
	return `${areaM2 < 0 ? "−" : "+"}${digits}`;
}
