// What the flags look at: the survey, its times, and what several flags share, made when first asked for.
import { adjacencyOf, type CellAdjacency } from "../../city/cellAdjacency.ts";
import type { Category } from "../../standards/catalogue.ts";
import type { Flag, FlagCode, Mode, NearestTimes } from "../analysis.ts";
import type { Severed } from "../search/results.ts";
import type { Surveyed } from "../surveyed.ts";
import { type UnitStatistics, unitStatistics } from "../unitStatistics.ts";
import { type Causes, causesOf } from "./causes.ts";
import { type ResidenceLinks, residenceLinksOf } from "./residenceLinks.ts";

/** One file per flag; `findFlags` lists them. Findings come all at once, or category by category. */
export type FlagFinder = {
	readonly code: FlagCode;
	readonly isOn: boolean;
} & (
	| { readonly find: (evidence: Evidence) => Flag[] }
	| { readonly findIn: (evidence: Evidence, category: Category) => Flag[] }
);

export interface Evidence {
	readonly surveyed: Surveyed;
	timesOf(category: string, mode: Mode): NearestTimes | undefined;
	links(): ResidenceLinks;
	statistics(): readonly UnitStatistics[];
	/** Between the parts of `surveyed.located.cells`. */
	adjacency(): CellAdjacency;
	/** Why each residence is without a category; only for categories that have facilities and times. */
	causes(category: string): Causes | undefined;
}

/** Evidence of one analysis. */
export function evidenceOf(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
	severed: ReadonlyMap<string, readonly Severed[]>,
): Evidence {
	const byKey = new Map(times.map((walks) => [`${walks.category} ${walks.mode}`, walks]));
	const causes = new Map<string, Causes>();
	const evidence: Evidence = {
		surveyed,
		timesOf: (category, mode) => byKey.get(`${category} ${mode}`),
		links: once(() => residenceLinksOf(surveyed)),
		statistics: once(() => unitStatistics(surveyed.located)),
		adjacency: once(() => adjacencyOf(surveyed.located.cells.parts)),
		causes(category) {
			const walks = evidence.timesOf(category, "any");
			if (walks === undefined || surveyed.facilitiesOf(category).length === 0) return undefined;
			const known = causes.get(category) ?? causesOf(surveyed, walks, severed.get(category) ?? []);
			causes.set(category, known);
			return known;
		},
	};
	return evidence;
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
