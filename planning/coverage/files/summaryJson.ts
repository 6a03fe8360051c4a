// summary.json: one analysis on one page.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
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
	const flags = new Map<string, number>();
	for (const { flag } of analysis.flags) flags.set(flag, (flags.get(flag) ?? 0) + 1);
	return {
		snapshot,
		profile: analysis.profile,
		speedMPerMin: analysis.speedMPerMin,
		residents: analysis.residents,
		residences: city.residences.length,
		residencesNotAttached: analysis.residencesNotAttached,
		categories: analysis.categories,
		flags: Object.fromEntries([...flags].sort(([a], [b]) => byCodeUnit(a, b))),
	};
}

/** The same summary with its keys in the written order: a database may have stored them in another. */
export function orderedSummary(summary: AnalysisSummary): AnalysisSummary {
	const known = CATEGORIES.flatMap(({ code }) => {
		const entry = summary.categories[code];
		return entry === undefined ? [] : [[code, orderedCategory(entry)] as const];
	});
	return {
		snapshot: summary.snapshot,
		profile: summary.profile,
		speedMPerMin: summary.speedMPerMin,
		residents: summary.residents,
		residences: summary.residences,
		residencesNotAttached: summary.residencesNotAttached,
		categories: Object.fromEntries(known),
		flags: Object.fromEntries(Object.entries(summary.flags).sort(([a], [b]) => byCodeUnit(a, b))),
	};
}

function orderedCategory(entry: CategorySummary): CategorySummary {
	return {
		basis: entry.basis,
		limit: entry.limit,
		facilities: entry.facilities,
		coveredResidentsAny: entry.coveredResidentsAny,
		coveredResidentsOwnUnit: entry.coveredResidentsOwnUnit,
		residentsBeyond: entry.residentsBeyond,
	};
}

/** Text of summary.json. */
export function summaryJson(summary: AnalysisSummary): string {
	return `${JSON.stringify(summary, null, "\t")}\n`;
}
