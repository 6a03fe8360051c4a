// The four figures at the top of a brief.
import type { Language } from "../../../planning/wire/reports.ts";
import type { View, ViewRow } from "../View.ts";
import { countWords, pctWords, peopleWords } from "../words/numbers.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { BriefCard } from "./Brief.ts";

export function briefCards(view: View, language: Language): BriefCard[] {
	return [
		shareCard(view, language),
		beyondCard(view, language),
		spreadCard(view, language),
		view.reachedPeople === null
			? conformingCard(view, language)
			: partsCard(view.reachedPeople, view, language),
	];
}

function shareCard({ whole, band }: View, language: Language): BriefCard {
	const { cards, noData } = wordsOf(language);
	const note =
		band.lowPct === null || band.highPct === null
			? ""
			: cards.band(pctWords(band.lowPct, noData), pctWords(band.highPct, noData));
	return { label: cards.share, figure: pctWords(whole.pct, noData), note, isBeyond: false };
}

function beyondCard({ whole, question }: View, language: Language): BriefCard {
	const { cards, noData, who } = wordsOf(language);
	const beyond = whole.total - whole.covered;
	const sharePct = whole.pct === null ? null : 100 - whole.pct;
	return {
		label: cards.beyond,
		figure: sharePct === null ? noData : peopleWords(beyond, question.who, language),
		note: sharePct === null ? "" : cards.beyondShare(who[question.who], pctWords(sharePct, noData)),
		isBeyond: beyond > 0,
	};
}

/** The lowest unit, and how far it is from the highest. */
function spreadCard({ rows, level }: View, language: Language): BriefCard {
	const { cards, noData, level: levels } = wordsOf(language);
	const known = rows
		.filter((row): row is ViewRow & { pct: number } => row.pct !== null)
		.sort((a, b) => a.pct - b.pct);
	const [lowest, highest] = [known[0], known.at(-1)];
	const label = cards.lowest(levels[level]);
	if (lowest === undefined || highest === undefined)
		return { label, figure: noData, note: "", isBeyond: false };
	return {
		label,
		figure: pctWords(lowest.pct, noData),
		note:
			lowest.pct === highest.pct
				? cards.allAlike
				: cards.lowestNote(lowest.name, highest.name, pctWords(highest.pct, noData)),
		isBeyond: false,
	};
}

/** The notice's target: units with community service premises as it asks. */
function conformingCard({ rows, level }: View, language: Language): BriefCard {
	const { cards, noData, level: levels } = wordsOf(language);
	const judged = rows.filter(({ isConforming }) => isConforming !== null);
	const conforming = judged.filter(({ isConforming }) => isConforming === true);
	return {
		label: cards.conforming(levels[level]),
		figure:
			judged.length === 0
				? noData
				: `${countWords(conforming.length)} / ${countWords(judged.length)}`,
		note: cards.conformingRule,
		isBeyond: false,
	};
}

/** Of the composite: people who reach at least all but one of its parts. */
function partsCard(
	reachedPeople: readonly number[],
	{ whole, question }: View,
	language: Language,
): BriefCard {
	const { cards, noData } = wordsOf(language);
	const nearly = reachedPeople.at(-2) ?? 0;
	return {
		label: cards.oneShort,
		figure: whole.pct === null ? noData : peopleWords(nearly, question.who, language),
		note: cards.oneShortNote,
		isBeyond: false,
	};
}
