// Names of files that a person finds again: area, service, what it is, date.
import type { Language } from "../../planning/wire/reports.ts";
import type { View } from "./View.ts";
import { viewWords } from "./words/viewWords.ts";
import { wordsOf } from "./words/wordsOf.ts";

export type ReportKind = "brief" | "sheet" | "table" | "data";

/** Signs that some file system does not take. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

export function fileNameOf(
	view: View,
	language: Language,
	{ kind, extension }: { readonly kind: ReportKind; readonly extension: string },
): string {
	const { area, service } = viewWords(view, language);
	const name = [area, service, wordsOf(language).file[kind], view.snapshot.asOf].join("-");
	return `${name.replaceAll(UNFIT, "_")}.${extension}`;
}
