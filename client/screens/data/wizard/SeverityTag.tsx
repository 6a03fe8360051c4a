// 拦截, 警告, 提示: the word, not the colour alone.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { IssueRow } from "../../../../planning/wire/checking.ts";

const TONES = { blocking: "bad", warning: "warn", info: "" } as const;

export function SeverityTag({
	severity,
	count,
}: {
	severity: IssueRow["severity"];
	count?: number;
}): ReactNode {
	const { t } = useTranslation();
	return (
		<span className={`tag ${TONES[severity]}`}>
			{t(`data.severity.${severity}`)}
			{count !== undefined && ` ${count}`}
		</span>
	);
}
