// Columns of the table of issues.
import type { TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { suggestionFor } from "./mendSteps.ts";
import { SeverityTag } from "./SeverityTag.tsx";
import type { StepProps } from "./StepProps.ts";
import { useCodeWords } from "./useCodeWords.ts";

export function useIssueColumns(props: StepProps): TableColumnsType<IssueRow> {
	const { t } = useTranslation();
	const language = useLanguage();
	const codeWords = useCodeWords();
	return [
		{
			title: "",
			dataIndex: "number",
			width: 52,
			render: (number: number, { severity }) => (
				<i className={`issue-badge ${severity}`}>{number}</i>
			),
		},
		{
			title: t("data.issues.severity"),
			dataIndex: "severity",
			width: language === "zh" ? 60 : 84,
			render: (severity: IssueRow["severity"]) => <SeverityTag severity={severity} />,
		},
		{
			title: t("data.issues.code"),
			dataIndex: "code",
			width: language === "zh" ? 112 : 150,
			ellipsis: true,
			render: (code: string) => <span title={code}>{codeWords(code)}</span>,
		},
		{
			title: t("data.issues.row"),
			dataIndex: "row",
			width: 68,
			align: "right",
			render: (row: number | null, { rows }) => (
				<span className="muted one-line" title={rows.join("、")}>
					{rowWords(row, rows)}
				</span>
			),
		},
		{
			title: t("data.issues.message"),
			dataIndex: "message",
			ellipsis: true,
			render: (message: IssueRow["message"]) => (
				<span title={message[language]}>{message[language]}</span>
			),
		},
		{
			title: t("data.issues.suggestion"),
			dataIndex: "suggestion",
			width: 150,
			ellipsis: true,
			render: (suggestion: IssueRow["suggestion"]) => (
				<span className="muted">{suggestion?.[language] ?? ""}</span>
			),
		},
		{
			title: t("data.issues.decision"),
			width: 118,
			align: "right",
			render: (_, issue) => <Decision {...props} issue={issue} />,
		},
	];
}

function Decision({ issue, upload, desk, act }: StepProps & { issue: IssueRow }): ReactNode {
	const { t } = useTranslation();
	const { number, severity, decision } = issue;
	const suggestion = suggestionFor(upload.suggestions, number);
	const isPicked = suggestion !== null && desk.picked.includes(suggestion);
	const isBusy = upload.work !== null || act.isPending;
	const button = (name: string, onAct: () => void) => (
		<button
			type="button"
			className="text-button"
			disabled={isBusy}
			data-testid={`${name}-${number}`}
			onClick={(event) => {
				event.stopPropagation();
				onAct();
			}}
		>
			{t(`data.decision.${name}`)}
		</button>
	);
	const canTakeBack = decision === "ignored" || suggestion !== null;
	if (decision !== "open" || isPicked)
		return (
			<span className="decision">
				<span className="decided">{t(`data.decided.${isPicked ? "picked" : decision}`)}</span>
				{canTakeBack && button("takeBack", () => desk.takeBack(issue))}
			</span>
		);
	return (
		<span className="decision">
			{suggestion !== null && button("adopt", () => desk.pick([suggestion], true))}
			{severity !== "blocking" && button("ignore", () => desk.ignore([number], true))}
		</span>
	);
}

/** "7", "7、12", "7、12 …": two are named. */
function rowWords(row: number | null, rows: readonly number[]): string {
	if (row === null) return "—";
	if (rows.length < 2) return String(row);
	return `${rows.slice(0, 2).join("、")}${rows.length > 2 ? "…" : ""}`;
}
