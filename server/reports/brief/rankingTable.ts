// Units by coverage, the lowest first: where to look. A brief has room for ten.
import type { Language } from "../../../planning/wire/reports.ts";
import type { View, ViewRow } from "../View.ts";
import { countWords, pctWords } from "../words/numbers.ts";
import { wordsOf } from "../words/wordsOf.ts";
import type { BriefTable } from "./Brief.ts";

const MOST_ROWS = 10;

/** Lowest first; of equal shares the one with more people beyond; without data last. */
export function byLowestShare(a: ViewRow, b: ViewRow): number {
	if (a.pct === null || b.pct === null) return Number(a.pct === null) - Number(b.pct === null);
	return a.pct - b.pct || b.total - b.covered - (a.total - a.covered);
}

export function rankingTable({ rows, level }: View, language: Language): BriefTable {
	const { ranking, noData, level: levels } = wordsOf(language);
	const { columns } = ranking;
	const shown = [...rows].sort(byLowestShare).slice(0, MOST_ROWS);
	return {
		title: ranking.title(levels[level]),
		columns: [
			{ title: columns.rank, isNumber: true, widthShare: 0.08 },
			{ title: columns.name, isNumber: false, widthShare: 0.26 },
			{ title: columns.parent, isNumber: false, widthShare: 0.18 },
			{ title: columns.total, isNumber: true, widthShare: 0.13 },
			{ title: columns.covered, isNumber: true, widthShare: 0.13 },
			{ title: columns.beyond, isNumber: true, widthShare: 0.11 },
			{ title: columns.pct, isNumber: true, widthShare: 0.11 },
		],
		rows: shown.map((row, place) => [
			row.pct === null ? "" : String(place + 1),
			row.name,
			row.parentName ?? "",
			countWords(row.total),
			countWords(row.covered),
			countWords(row.total - row.covered),
			pctWords(row.pct, noData),
		]),
		note:
			shown.length === rows.length
				? ""
				: ranking.cut(countWords(shown.length), countWords(rows.length)),
	};
}
