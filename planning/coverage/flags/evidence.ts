// What the flags look at: the survey, its times, and what several flags share, made when first asked for.
import { adjacencyOf, type CellAdjacency } from "../../partition/cellAdjacency.ts";
import type { Category } from "../../standards/catalogue.ts";
import type { Flag, FlagCode, Mode, NearestTimes } from "../analysis.ts";
import type { Severed } from "../search/results.ts";
import type { Surveyed } from "../surveyed.ts";
import { type UnitStatistics, unitStatistics } from "../unitStatistics.ts";
import { type Causes, causesOf } from "./causes.ts";
import { type ClusterFacts, clusterFactsOf } from "./clusterFacts.ts";
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
	/** Who and where a cluster of residences is; the same clusters come back from category to category. */
	factsOf(cluster: Int32Array): ClusterFacts;
	/** Residences in cells, ascending. */
	residencesIn(cells: readonly number[]): Int32Array;
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
	const byCell = once(() => residencesByCell(surveyed));
	const evidence: Evidence = {
		surveyed,
		timesOf: (category, mode) => byKey.get(`${category} ${mode}`),
		links: once(() => residenceLinksOf(surveyed)),
		factsOf: clusterFactsOf(surveyed),
		residencesIn: (cells) => Int32Array.from(cells.flatMap((cell) => byCell()[cell])).sort(),
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

function residencesByCell({ city, located }: Surveyed): readonly (readonly number[])[] {
	const byCell = city.cells.map((): number[] => []);
	located.residenceCell.forEach((cell, residence) => {
		if (cell >= 0) byCell[cell].push(residence);
	});
	return byCell;
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
