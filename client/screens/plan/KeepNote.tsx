// Whether what is drawn is kept: on the server, in this browser for now, or not and why.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../data/formats.ts";
import type { PlanKeeper } from "../../data/plan/PlanKeeper.ts";
import { useLanguage } from "../../data/useLanguage.ts";
import { useKeepState } from "./useDrawingTable.ts";

export function KeepNote({ keeper }: { keeper: PlanKeeper }): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const state = useKeepState(keeper);
	const isWarned = state.kind === "refused" || state.kind === "offline";
	const words =
		state.kind === "saved"
			? t("plan.table.kept.saved", { time: formatTime(state.at).slice(-5) })
			: t(`plan.table.kept.${state.kind}`);
	return (
		<span
			className={isWarned ? "keep-note warned" : "keep-note"}
			role="status"
			title={state.kind === "refused" ? state.words[language] : undefined}
			data-testid="plan-kept"
			data-kept={state.kind}
		>
			{words}
		</span>
	);
}
