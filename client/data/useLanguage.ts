// The reader's language as the formatters name it.
import { useTranslation } from "react-i18next";
import type { Category } from "../../planning/standards/catalogue.ts";
import type { Language } from "./formats.ts";

export function useLanguage(): Language {
	return useTranslation().i18n.language === "en" ? "en" : "zh";
}

export function categoryName(category: Category, language: Language): string {
	return language === "en" ? category.nameEn : category.nameZh;
}
