// The words of a report's language.
import type { Language } from "../../../planning/wire/reports.ts";
import { en } from "./en.ts";
import type { ReportWords } from "./ReportWords.ts";
import { zh } from "./zh.ts";

const WORDS: Readonly<Record<Language, ReportWords>> = { zh, en };

export function wordsOf(language: Language): ReportWords {
	return WORDS[language];
}
