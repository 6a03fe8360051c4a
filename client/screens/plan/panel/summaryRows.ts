// The figures of plans beside each other: what is said of each, and which one is better. Pure.
import type { PlanSummaryFigures } from "../../../data/plan/planFigures.ts";
import { bestOf, type Preference } from "./bestOf.ts";
import { fixedWords, rounded } from "./changeFormats.ts";

export type SummaryKey =
	| "movedResidents"
	| "movedCells"
	| "coveragePct"
	| "ownCoveragePct"
	| "gained"
	| "lost"
	| "minCompactness"
	| "largestResidents"
	| "criteria";

interface SummaryMaker {
	readonly key: SummaryKey;
	readonly decimals: number;
	readonly prefer: Preference;
}

export const SUMMARY_ROWS: readonly SummaryMaker[] = [
	{ key: "movedResidents", decimals: 0, prefer: "least" },
	{ key: "movedCells", decimals: 0, prefer: "least" },
	{ key: "coveragePct", decimals: 1, prefer: "most" },
	{ key: "ownCoveragePct", decimals: 1, prefer: "most" },
	{ key: "gained", decimals: 0, prefer: "most" },
	{ key: "lost", decimals: 0, prefer: "least" },
	{ key: "minCompactness", decimals: 2, prefer: "most" },
	{ key: "largestResidents", decimals: 0, prefer: "least" },
	{ key: "criteria", decimals: 2, prefer: "most" },
];

export interface SummaryRow {
	readonly key: SummaryKey;
	readonly cells: readonly { readonly words: string | null; readonly isBest: boolean }[];
}

/** Rows of the keys asked for, a cell per plan; null where a plan is not measured. What reads alike is equally good. */
export function summaryRows(
	plans: readonly (PlanSummaryFigures | null)[],
	keys: readonly SummaryKey[] = SUMMARY_ROWS.map(({ key }) => key),
): SummaryRow[] {
	return SUMMARY_ROWS.filter(({ key }) => keys.includes(key)).map((maker) => {
		const values = plans.map((figures) => figureOf(maker, figures));
		const best = bestOf(values, maker.prefer);
		return {
			key: maker.key,
			cells: plans.map((figures, i) => ({
				words: wordsOf(maker, figures, values[i] ?? null),
				isBest: best[i] === true,
			})),
		};
	});
}

function figureOf({ key, decimals }: SummaryMaker, figures: PlanSummaryFigures | null) {
	if (figures === null) return null;
	if (key === "criteria")
		return figures.criteriaJudged === 0 ? null : figures.criteriaMet / figures.criteriaJudged;
	const value = figures[key];
	return value === null ? null : rounded(value, decimals);
}

function wordsOf(
	{ key, decimals }: SummaryMaker,
	figures: PlanSummaryFigures | null,
	value: number | null,
): string | null {
	if (figures === null || value === null) return null;
	if (key === "criteria") return `${figures.criteriaMet} / ${figures.criteriaJudged}`;
	return `${fixedWords(value, decimals)}${key.endsWith("Pct") ? "%" : ""}`;
}
