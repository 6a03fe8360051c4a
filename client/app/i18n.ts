// Chinese first, English complete. The address (`lang`) wins over what was chosen last time.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./i18n/en.json" with { type: "json" };
import zh from "./i18n/zh-CN.json" with { type: "json" };

const STORED = "jiequan.language";

export function startI18n(): void {
	void i18next.use(initReactI18next).init({
		lng: firstLanguage(),
		fallbackLng: "zh-CN",
		resources: { "zh-CN": { translation: zh }, en: { translation: en } },
		interpolation: { escapeValue: false },
	});
	document.documentElement.lang = i18next.language;
}

export function switchLanguage(language: "zh-CN" | "en"): void {
	localStorage.setItem(STORED, language);
	document.documentElement.lang = language;
	void i18next.changeLanguage(language);
}

function firstLanguage(): string {
	const asked = new URLSearchParams(window.location.search).get("lang");
	const stored = localStorage.getItem(STORED);
	return [asked, stored].find((name) => name === "en" || name === "zh-CN") ?? "zh-CN";
}
