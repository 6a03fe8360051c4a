// What the flags look at: the survey, its findings, and what several flags share, made when first asked for.
import type { Category } from "../../standards/catalogue.ts";
import { once } from "../../steps.ts";
import type { Flag, FlagCode, Mode, NearestTimes } from "../analysis.ts";
import { clustererOf, membersOf } from "../gaps/clusters.ts";
import type { GapsFound } from "../gaps/findGaps.ts";
import type { Severed } from "../search/results.ts";
import type { Surveyed } from "../surveyed.ts";
import { type UnitStatistics, unitStatistics } from "../unitStatistics.ts";
import { type ClusterFacts, factsBookOf } from "./clusterFacts.ts";
import { type DetachedGroup, detachedGroups } from "./detachedGroups.ts";
import type { Territory } from "./territory.ts";

/**
 * One file per flag; `findFlags` lists them. Findings come all at once, or category by category. Their ids are
 * `code:…` and `code:category:…`.
 */
export type FlagFinder = {
	readonly code: FlagCode;
	readonly isOn: boolean;
} & (
	| { readonly find: (evidence: Evidence) => Flag[] }
	| {
			readonly findIn: (evidence: Evidence, category: Category) => Flag[];
			/** They come by id already. */
			readonly isOrdered?: true;
	  }
);

export interface Evidence {
	readonly surveyed: Surveyed;
	timesOf(category: string, mode: Mode): NearestTimes | undefined;
	/** Clusters of residences (ascending) by single linkage, with at least so many people; each ascending. */
	clusters(residences: Int32Array, leastPeople: number): Int32Array[];
	/** Who and where a cluster is. */
	factsOf: (cluster: Int32Array) => ClusterFacts;
	/** Residences in cells, ascending. */
	residencesIn(cells: readonly number[]): Int32Array;
	statistics(): readonly UnitStatistics[];
	territory(): Territory;
	/** Parts of units that lie apart from the main part, declared ones left out. */
	detached(): readonly DetachedGroup[];
	/** Do the ids of residences ascend by code unit? */
	isInOrder(): boolean;
	/** Near as the crow flies, far on foot; by residence. */
	severedFrom(category: string): readonly Severed[];
	/** Clusters without a facility in reach. */
	gapsIn(category: string): GapsFound | undefined;
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
	const clusterer = once(() => clustererOf(surveyed.links(), surveyed.residents));
	const { territory } = surveyed.located.ground;
	return {
		surveyed,
		timesOf: (category, mode) => byKey.get(`${category} ${mode}`),
		clusters(residences, leastPeople) {
			const found = clusterer()(residences, leastPeople);
			return Array.from(found.people, (_, cluster) => membersOf(found, cluster));
		},
		factsOf: factsBookOf(surveyed),
		residencesIn: (cells) => Int32Array.from(cells.flatMap((cell) => byCell()[cell])).sort(),
		statistics: once(() => unitStatistics(surveyed.located)),
		territory,
		detached: once(() => detachedGroups(surveyed, territory())),
		isInOrder: once(() =>
			surveyed.residenceIds.every((id, i) => i === 0 || surveyed.residenceIds[i - 1] < id),
		),
		severedFrom: (category) => severed.get(category) ?? [],
		gapsIn: (category) => gaps.get(category),
	};
}

function residencesByCell({ city, located }: Surveyed): readonly (readonly number[])[] {
	const byCell = city.cells.map((): number[] => []);
	located.residenceCell.forEach((cell, residence) => {
		if (cell >= 0) byCell[cell].push(residence);
	});
	return byCell;
}
