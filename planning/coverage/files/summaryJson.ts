// summary.json: one analysis on one page.
import type { Analysis, CategorySummary, City } from "../analysis.ts";

export interface AnalysisSummary {
	/** Hash of the snapshot the analysis stands on. */
	readonly snapshot: string;
	readonly profile: string;
	readonly speedMPerMin: number;
	readonly residents: number;
	readonly residences: number;
	readonly residencesNotAttached: number;
	readonly categories: Readonly<Record<string, CategorySummary>>;
	/** Number of flags by code; codes without any are absent. */
	readonly flags: Readonly<Record<string, number>>;
}

/** The summary of an analysis. */
export function summaryOf(
	city: Pick<City, "residences">,
	analysis: Analysis,
	snapshot: string,
): AnalysisSummary {
	const flags: Record<string, number> = {};
	for (const { flag } of [...analysis.flags].sort((a, b) => (a.flag < b.flag ? -1 : 1)))
		flags[flag] = (flags[flag] ?? 0) + 1;
	return {
		snapshot,
		profile: analysis.profile,
		speedMPerMin: analysis.speedMPerMin,
		residents: analysis.residents,
		residences: city.residences.length,
		residencesNotAttached: analysis.residencesNotAttached,
		categories: analysis.categories,
		flags,
	};
}

/** Text of summary.json. */
export function summaryJson(summary: AnalysisSummary): string {
	return `${JSON.stringify(summary, null, "\t")}\n`;
}
