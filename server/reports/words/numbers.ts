// Numbers as words. A headline counts in 万 from ten thousand on in Chinese; tables are exact.
import type { Who } from "../../../planning/coverage/figures/people.ts";
import type { Language } from "../../../planning/wire/reports.ts";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const TEN_THOUSAND = 10_000;

/** 12,345 */
export function countWords(count: number): string {
	return grouped.format(count);
}

/** 93.4%; `noData` where there is none, never 0. */
export function pctWords(pct: number | null, noData: string): string {
	return pct === null ? noData : `${pct.toFixed(1)}%`;
}

/** People (or households) in a sentence: 6.41 万人, 9,876 户; 64,100. */
export function peopleWords(count: number, who: Who, language: Language): string {
	if (language === "en") return countWords(count);
	const unit = who === "households" ? "户" : "人";
	return count < TEN_THOUSAND
		? `${countWords(count)} ${unit}`
		: `${(count / TEN_THOUSAND).toFixed(2)} 万${unit}`;
}
