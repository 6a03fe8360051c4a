// Figures of clusters in the words of flags: ids, codes, shapes. Each cluster of a book is put into words once.
import type { ClusterFigures, UnitSums } from "../gaps/clusterFigures.ts";
import type { GapsFound } from "../gaps/findGaps.ts";
import { territoryOf } from "../gaps/hull.ts";
import { type PackedFigures, unpackFigures } from "../gaps/packed.ts";
import type { Surveyed } from "../surveyed.ts";
import { idsOf, type Whereabouts } from "./flagParts.ts";

/** Shared between flags: not to be changed. */
export interface ClusterFacts extends Whereabouts {
	/** Residents by unit code, those in no unit under ""; keys in UTF-16 order. */
	readonly residentsByStreet: Record<string, number>;
	readonly residentsByCommittee: Record<string, number>;
	/** Codes of both kinds, sorted. */
	readonly unitCodes: string[];
}

export function factsOf(
	surveyed: Surveyed,
	{ people, members, middle, ring, streets, committees }: ClusterFigures,
): ClusterFacts {
	const { residenceLonLat: lonLat } = surveyed;
	const residentsByStreet = byCode(surveyed, streets);
	const residentsByCommittee = byCode(surveyed, committees);
	const codes = new Set(Object.keys(residentsByStreet));
	for (const code in residentsByCommittee) codes.add(code);
	codes.delete("");
	return {
		residents: people,
		residenceIds: idsOf(surveyed, members),
		at: [lonLat[2 * middle], lonLat[2 * middle + 1]],
		place: territoryOf(ring),
		residentsByStreet,
		residentsByCommittee,
		unitCodes: [...codes].sort(),
	};
}

/** Units are numbered by kind and code, none comes first: the keys come in order. */
function byCode({ located }: Surveyed, { unit, people }: UnitSums): Record<string, number> {
	const sums: Record<string, number> = {};
	for (let i = 0; i < unit.length; i++)
		sums[unit[i] < 0 ? "" : located.tree.units[unit[i]].code] = people[i];
	return sums;
}

/** The books of all finders. */
export class FactsBook {
	private readonly surveyed: Surveyed;
	private readonly packs = new Map<number, { first: number; pack: PackedFigures }[]>();
	private readonly facts = new Map<number, ClusterFacts[]>();

	constructor(surveyed: Surveyed) {
		this.surveyed = surveyed;
	}

	/** Take in what a finder found, in any order. */
	add({ finder, firstFresh, fresh }: GapsFound): void {
		const packs = this.packs.get(finder);
		if (packs !== undefined) packs.push({ first: firstFresh, pack: fresh });
		else {
			this.packs.set(finder, [{ first: firstFresh, pack: fresh }]);
			this.facts.set(finder, []);
		}
	}

	/** Facts of a cluster that one of the findings taken in brought along. */
	of(finder: number, cluster: number): ClusterFacts {
		const known = this.facts.get(finder)?.[cluster];
		if (known !== undefined) return known;
		for (const { first, pack } of this.packs.get(finder) ?? []) {
			const row = cluster - first;
			if (row < 0 || row >= pack.people.length) continue;
			const facts = factsOf(this.surveyed, unpackFigures(pack, row));
			const list = this.facts.get(finder);
			if (list !== undefined) list[cluster] = facts;
			return facts;
		}
		throw new Error(`Finder ${finder} never told of cluster ${cluster}.`);
	}
}
