// Light or dark, and the language: chosen once, kept by the browser.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Theme } from "../map/palette.ts";
import { switchLanguage } from "./i18n.ts";

interface Preferences {
	readonly theme: Theme;
	toggleTheme(): void;
	toggleLanguage(): void;
}
const STORED = "jiequan.theme";
const PreferencesContext = createContext<Preferences>({
	theme: "light",
	toggleTheme: () => {},
	toggleLanguage: () => {},
});

export function usePreferences(): Preferences {
	return useContext(PreferencesContext);
}

export function PreferencesProvider({ children }: { children: ReactNode }): ReactNode {
	const [theme, setTheme] = useState<Theme>(() =>
		localStorage.getItem(STORED) === "dark" ? "dark" : "light",
	);
	const navigate = useNavigate();
	const { i18n } = useTranslation();
	useEffect(() => {
		document.documentElement.dataset["theme"] = theme;
		localStorage.setItem(STORED, theme);
	}, [theme]);
	const preferences = useMemo<Preferences>(
		() => ({
			theme,
			toggleTheme: () => setTheme((now) => (now === "dark" ? "light" : "dark")),
			toggleLanguage: () => {
				const next = i18n.language === "en" ? "zh-CN" : "en";
				switchLanguage(next);
				const { pathname, search } = window.location;
				const params = new URLSearchParams(search);
				if (next === "en") params.set("lang", next);
				else params.delete("lang");
				void navigate({ pathname, search: params.toString() }, { replace: true });
			},
		}),
		[theme, i18n, navigate],
	);
	return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}
