// What went wrong, in the reader's language: the server's own words, or that it could not be reached.
import { useTranslation } from "react-i18next";
import { ApiError } from "./http.ts";
import { useLanguage } from "./useLanguage.ts";

export function useErrorWords(): (error: Error) => string {
	const { t } = useTranslation();
	const language = useLanguage();
	return (error) => (error instanceof ApiError ? error.words[language] : t("state.serverAway"));
}
