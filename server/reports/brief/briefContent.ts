// What a brief says of a view: pure, so that every sentence can be checked by arithmetic.
import type { Language } from "../../../planning/wire/reports.ts";
import type { View } from "../View.ts";
import { methodLines, noteLines } from "../words/methodLines.ts";
import { viewWords } from "../words/viewWords.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { Brief } from "./Brief.ts";
import { briefCards } from "./briefCards.ts";
import { type BriefFindings, gapsTable, proposalLines } from "./gapWords.ts";
import { rankingTable } from "./rankingTable.ts";

export function briefContent(view: View, findings: BriefFindings, language: Language): Brief {
	const words = wordsOf(language);
	const { area, service, basis, walk, headline, mapNote } = viewWords(view, language);
	return {
		language,
		title: words.title(area, service),
		subtitle: `${basis} · ${walk}`,
		headline,
		cards: briefCards(view, language),
		mapTitle: words.mapTitle(area, service),
		mapNote,
		ranking: rankingTable(view, language),
		gaps: gapsTable(findings, language),
		gapsNone: { title: words.gaps.title, lines: [words.gaps.none] },
		proposals: proposalLines(findings, language),
		method: { title: words.method.title, lines: methodLines(view, language) },
		notes: { title: words.notes.title, lines: noteLines(view, language) },
		footer: basis,
		date: view.snapshot.asOf,
	};
}
