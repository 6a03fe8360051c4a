// How the figures of a view were made, what they stand on and what they do not claim.
import { COMPOSITE } from "../../../planning/coverage/figures/farness.ts";
import type { Language } from "../../../planning/wire/reports.ts";
import type { View } from "../View.ts";
import { pctWords } from "./numbers.ts";
import { viewWords } from "./viewWords.ts";
import { wordsOf } from "./wordsOf.ts";

export function methodLines(view: View, language: Language): string[] {
	const words = wordsOf(language);
	const { basis, walk, denominator, limit } = viewWords(view, language);
	const { category, limits, band, breaks } = view;
	const cases = band.cases.map(
		(one) => `${words.band[one.case]} ${pctWords(one.pct, words.noData)}`,
	);
	return [
		`${basis} · ${walk}`,
		denominator,
		category.code === COMPOSITE
			? words.method.compositeLimit(limit)
			: words.method.limit({
					asked: limit,
					own: words.limit(limits.own, limits.unit),
					source: category.source,
					confidence: words.confidence[category.confidence],
				}),
		...(cases.length === 0 ? [] : [words.method.band(cases.join(words.comma))]),
		words.method.classes(words.breaks[breaks.kind]),
	];
}

export function noteLines(view: View, language: Language): string[] {
	const { notes } = wordsOf(language);
	return [
		...(view.isDemonstration ? [notes.demonstration] : []),
		...(view.limits.unit === "metres" ? [] : [notes.speed]),
		notes.borders,
	];
}
