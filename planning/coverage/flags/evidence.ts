// What the flags look at: the survey, its findings, and what several flags share, made when first asked for.
import type { Category } from "../../standards/catalogue.ts";
import type { Flag, FlagCode, Mode, NearestTimes } from "../analysis.ts";
import { clusterMeterOf } from "../gaps/clusterFigures.ts";
import { type Clusterer, clustererOf } from "../gaps/clusters.ts";
import type { GapsFound } from "../gaps/findGaps.ts";
import type { Severed } from "../search/results.ts";
import { once } from "../steps.ts";
import type { Surveyed } from "../surveyed.ts";
import { type UnitStatistics, unitStatistics } from "../unitStatistics.ts";
import { type ClusterFacts, FactsBook, factsOf } from "./clusterFacts.ts";
import { type DetachedGroup, detachedGroups } from "./detachedGroups.ts";
import { type Territory, territoryOf } from "./territory.ts";

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
	/** Clusters of residences by single linkage. */
	clusters: Clusterer;
	/** Who and where a cluster is. */
	factsOf(cluster: Int32Array): ClusterFacts;
	/** Residences in cells, ascending. */
	residencesIn(cells: readonly number[]): Int32Array;
	statistics(): readonly UnitStatistics[];
	territory(): Territory;
	/** Parts of units that lie apart from the main part, declared ones left out. */
	detached(): readonly DetachedGroup[];
	/** Near as the crow flies, far on foot; by residence. */
	severedFrom(category: string): readonly Severed[];
	/** Clusters without a facility in reach. */
	gapsIn(category: string): readonly Gap[];
}

export interface Gap {
	readonly facts: ClusterFacts;
	readonly medianWalkMinutes: number | null;
}

/** What was found before the flags are written. */
export interface Findings {
	readonly times: readonly NearestTimes[];
	/** By category. */
	readonly severed: ReadonlyMap<string, readonly Severed[]>;
	/** By category. */
	readonly gaps: ReadonlyMap<string, GapsFound>;
}

/** Evidence of one analysis. */
export function evidenceOf(surveyed: Surveyed, { times, severed, gaps }: Findings): Evidence {
	const byKey = new Map(times.map((walks) => [`${walks.category} ${walks.mode}`, walks]));
	const byCell = once(() => residencesByCell(surveyed));
	const meter = once(() =>
		clusterMeterOf({
			lonLat: surveyed.residenceLonLat,
			people: surveyed.residents,
			cell: surveyed.located.residenceCell,
			cellUnits: surveyed.located.cellUnits,
		}),
	);
	const clusterer = once(() => clustererOf(surveyed.links(), surveyed.residents));
	const territory = once(() => territoryOf(surveyed));
	const book = new FactsBook(surveyed);
	for (const found of gaps.values()) book.add(found);
	return {
		surveyed,
		timesOf: (category, mode) => byKey.get(`${category} ${mode}`),
		clusters: (residences, leastPeople) => clusterer()(residences, leastPeople),
		factsOf: (cluster) => factsOf(surveyed, meter()(cluster)),
		residencesIn: (cells) => Int32Array.from(cells.flatMap((cell) => byCell()[cell])).sort(),
		statistics: once(() => unitStatistics(surveyed.located)),
		territory,
		detached: once(() => detachedGroups(surveyed, territory())),
		severedFrom: (category) => severed.get(category) ?? [],
		gapsIn: (category) => gapsOf(book, gaps.get(category)),
	};
}

function gapsOf(book: FactsBook, found: GapsFound | undefined): Gap[] {
	if (found === undefined) return [];
	return Array.from(found.cluster, (cluster, i) => ({
		facts: book.of(found.finder, cluster),
		medianWalkMinutes: Number.isNaN(found.medianMinutes[i]) ? null : found.medianMinutes[i],
	}));
}

function residencesByCell({ city, located }: Surveyed): readonly (readonly number[])[] {
	const byCell = city.cells.map((): number[] => []);
	located.residenceCell.forEach((cell, residence) => {
		if (cell >= 0) byCell[cell].push(residence);
	});
	return byCell;
}
