// A link to a kept view: opens what it names, or says why it cannot and who could.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { useErrorWords } from "../../data/errorWords.ts";
import { ApiError } from "../../data/http.ts";
import { savedViewQuery } from "../../data/savedViewQueries.ts";
import { StateNote } from "../../ui/StateNote.tsx";

export default function SavedViewScreen(): ReactNode {
	const { t } = useTranslation();
	const { id = "" } = useParams();
	const navigate = useNavigate();
	const errorWords = useErrorWords();
	const view = useQuery(savedViewQuery(id));
	if (view.data !== undefined) return <Navigate to={view.data.address} replace />;
	if (view.error === null) return <p className="app-wait">{t("state.loading")}</p>;
	const { error } = view;
	// a number that is none names nothing, as one that is gone
	const isNoNumber = error instanceof ApiError && error.status === 400;
	return (
		<main className="stage-note" data-testid="view-refused">
			<StateNote
				icon="link"
				tone="error"
				words={isNoNumber ? t("share.brokenLink") : errorWords(error)}
				action={{
					label: t("share.toOverview"),
					onAct: () => void navigate("/", { replace: true }),
				}}
			/>
		</main>
	);
}
