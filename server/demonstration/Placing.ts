// What placing facilities needs at every step: the land with its groups, the sites, the book that takes them.
import { at } from "./at.ts";
import { cover } from "./cover.ts";
import type { FacilityBook } from "./FacilityBook.ts";
import type { CommitteeGroup } from "./groupCommittees.ts";
import type { Land } from "./layOutCity.ts";
import type { Random } from "./Random.ts";
import type { Sites } from "./Sites.ts";

export interface Placing {
	readonly land: Land;
	readonly circles: readonly CommitteeGroup[];
	readonly bmu: CommitteeGroup;
	readonly sites: Sites;
	readonly book: FacilityBook;
	readonly random: Random;
}

/** Steps of a walking limit between sites considered: farther limits need fewer. */
const THINNED: readonly (readonly [minutes: number, step: number])[] = [
	[15, 6],
	[10, 3],
	[5, 1],
];

export interface Need {
	readonly homes: readonly number[];
	readonly minutes: number;
	/** May it stand here? */
	readonly isAllowed: (site: number) => boolean;
	readonly whim: number;
	readonly name: string;
}

/** Sites that together are within `minutes` of all the homes that any allowed site serves. */
export function coverHomes({ land, sites, random }: Placing, need: Need): number[] {
	const step = THINNED.find(([minutes]) => need.minutes >= minutes)?.[1] ?? 1;
	const ofKind = (kind: "street" | "home") =>
		[...sites.all.keys()].filter(
			(site) => at(sites.all, site).kind === kind && need.isAllowed(site),
		);
	const street = ofKind("street");
	return cover({
		homes: need.homes,
		residents: (home) => at(land.homes, home).residents,
		sites: street.filter((site) => site % step === 0),
		lastSites: [...(step === 1 ? [] : street), ...ofKind("home")],
		reachedFrom: (site) => sites.withinMinutes(site, need.minutes),
		random: random.fork(need.name),
		whim: need.whim,
	});
}

/** Homes of the land by a test of the cell they stand in. */
export function homesWhere({ land }: Placing, isWanted: (home: number) => boolean): number[] {
	return [...land.homes.keys()].filter(isWanted);
}

/** Unit letter of a home. */
export function unitOfHome({ land }: Placing, home: number): string {
	return at(land.lattice.unitOf, at(land.homes, home).cell);
}

/** Index of the committee a home is in; -1 for none. */
export function committeeOfHome({ land }: Placing, home: number): number {
	return at(land.territory.committeeOf, at(land.homes, home).cell);
}
