// What a view is called, said and stands on, in words that all its papers share.
import type { Language } from "../../../planning/wire/reports.ts";
import type { View } from "../View.ts";
import { countWords, pctWords, peopleWords } from "./numbers.ts";
import type { ReportWords } from "./ReportWords.ts";
import { wordsOf } from "./wordsOf.ts";

export interface ViewWords {
	readonly area: string;
	readonly service: string;
	readonly limit: string;
	readonly headline: string;
	/** 审图号, or 示意图 where there is none. */
	readonly mapNote: string;
	/** Date, snapshot. */
	readonly basis: string;
	/** Who walks how fast, to what, how far. */
	readonly walk: string;
	/** Who is counted, and what was left out. */
	readonly denominator: string;
}

export function viewWords(view: View, language: Language): ViewWords {
	const words = wordsOf(language);
	const area = view.area.name;
	const service = language === "zh" ? view.category.nameZh : view.category.nameEn;
	const limit = words.limit(view.limit, view.limits.unit);
	return {
		...{ area, service, limit },
		headline: headlineOf(view, language, { area, service, limit }),
		mapNote: view.mapReviewNumber === null ? words.sketch : words.review(view.mapReviewNumber),
		basis: [
			words.asOf(view.snapshot.asOf),
			words.method.snapshot(view.snapshot.hash.slice(0, 12)),
		].join(" · "),
		walk: walkOf(view, words, limit),
		denominator: denominatorOf(view, words),
	};
}

function headlineOf(
	{ whole, question, limits }: View,
	language: Language,
	{ area, service, limit }: { area: string; service: string; limit: string },
): string {
	const words = wordsOf(language);
	if (whole.pct === null) return words.nobody(area);
	const people = (count: number) => peopleWords(count, question.who, language);
	const isOwn = question.mode === "own";
	const say = whole.covered === whole.total ? words.everybody : words.headline;
	return say({
		area,
		who: words.who[question.who],
		people: people(whole.total),
		covered: people(whole.covered),
		beyond: people(whole.total - whole.covered),
		pct: pctWords(whole.pct, words.noData),
		reach: words.reach({ service, limit, unit: limits.unit, isOwn }),
	});
}

function walkOf({ question, speeds, limits }: View, words: ReportWords, limit: string): string {
	const [main = 0, village] = speeds;
	const isWalk = limits.unit !== "metres";
	return [
		...(isWalk ? [words.profile(question.profile, main)] : []),
		...(isWalk && village !== undefined ? [words.villages(village)] : []),
		limit,
		words.mode[question.mode],
	].join(" · ");
}

function denominatorOf({ whole, question, unknownHomes }: View, words: ReportWords): string {
	const who = words.who[question.who];
	return [
		words.method.denominator(who, countWords(whole.total)),
		...(whole.notAttached === 0 ? [] : [words.method.notAttached(countWords(whole.notAttached))]),
		...(unknownHomes === 0 ? [] : [words.method.unknown(countWords(unknownHomes), who)]),
	].join(words.clause);
}
