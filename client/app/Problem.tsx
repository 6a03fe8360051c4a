// A read that failed, said in its place, with another try.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../data/http.ts";
import { useLanguage } from "../data/useLanguage.ts";
import { StateNote } from "../ui/StateNote.tsx";

interface ProblemProps {
	readonly query: { readonly error: Error | null; refetch(): Promise<unknown> };
}

export function Problem({ query }: ProblemProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const words =
		query.error instanceof ApiError ? query.error.words[language] : t("state.serverAway");
	return (
		<StateNote
			icon="warning"
			tone="error"
			words={words}
			action={{ label: t("action.retry"), onAct: () => void query.refetch() }}
		/>
	);
}
