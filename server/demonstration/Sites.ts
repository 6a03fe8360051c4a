// Where facilities can stand, and who walks there within a limit: measured on the city's own street graph, with the
// same kernels that analyses use.
import { indexPoints, type PointIndex } from "../../planning/city/nearPoints.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Attachment } from "../../planning/reach/attach.ts";
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import { limitDm, type Profile, profileNamed } from "../../planning/reach/profiles.ts";
import {
	nearest,
	noTimes,
	type Reach,
	reachFor,
	type Times,
	UNREACHED_DM,
} from "../../planning/reach/reach.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import { at } from "./at.ts";
import { isInside, placeAt } from "./Lattice.ts";
import type { Land } from "./layOutCity.ts";
import { cellsOfSide } from "./streetSides.ts";

export interface Site {
	readonly lonLat: LonLat;
	/** Lattice cell it stands in. */
	readonly cell: number;
	/** Unit letter. */
	readonly unit: string;
	/** Index of its committee; -1 on unassigned land. */
	readonly committee: number;
	/** `street`: beside a street; `home`: in a residence's own building. */
	readonly kind: "street" | "home";
}

/** How far from the middle of the street a site lies, in cells (about 100 m). */
const BESIDE_STREET = 0.07;

export class Sites {
	readonly all: readonly Site[];
	readonly land: Land;
	private readonly walkers: readonly { reach: Reach; homes: Uint8Array }[];
	private readonly homeIndex: PointIndex;
	private readonly times: Times;
	private readonly reached = new Map<string, readonly number[]>();

	constructor(land: Land) {
		this.land = land;
		this.all = [...streetSites(land), ...homeSites(land)];
		const { graph, barriers } = compileStreets(land.book.waySet());
		const attacher = createAttacher(graph, barriers);
		const homes = land.homes.map(({ lonLat }) => attachResidence(attacher, lonLat));
		const doors: Attachment[][] = this.all.map(({ lonLat }) => attachFacility(attacher, lonLat));
		const villagers = Uint8Array.from(land.homes, ({ cell }) => (isVillage(land, cell) ? 1 : 0));
		const others = villagers.map((isVillager) => 1 - isVillager);
		this.walkers = [
			{ reach: reachFor(graph, named("adult"), homes, doors), homes: others },
			{ reach: reachFor(graph, named("bicycle"), homes, doors), homes: villagers },
		];
		this.homeIndex = indexPoints(land.homes.map(({ lonLat }) => lonLat));
		this.times = noTimes(land.homes.length);
	}

	/** Homes within `minutes` of a site, ascending. */
	withinMinutes(site: number, minutes: number): readonly number[] {
		const key = `${site} ${minutes} min`;
		const known = this.reached.get(key);
		if (known !== undefined) return known;
		const found = this.walkers.flatMap(({ reach, homes }) =>
			this.walkTo(site, minutes, reach, homes),
		);
		found.sort((a, b) => a - b);
		this.reached.set(key, found);
		return found;
	}

	/** Homes within a straight line of a site, ascending. */
	withinMetres(site: number, metres: number): readonly number[] {
		const key = `${site} ${metres} m`;
		const known = this.reached.get(key);
		if (known !== undefined) return known;
		const near = this.homeIndex.within(at(this.all, site).lonLat, metres);
		const found = near.map(({ index }) => index).sort((a, b) => a - b);
		this.reached.set(key, found);
		return found;
	}

	private walkTo(site: number, minutes: number, reach: Reach, members: Uint8Array): number[] {
		const { costDm, facility } = this.times;
		const withinDm = limitDm(minutes * 60, reach.profile.speedMPerMin);
		// a walk is never shorter than the straight line
		const near = this.homeIndex
			.about(at(this.all, site).lonLat, withinDm / 10)
			.filter((home) => at(members, home) === 1);
		if (near.length === 0) return [];
		nearest(reach, [site], near, withinDm, this.times);
		const found = near.filter((home) => at(costDm, home) !== UNREACHED_DM);
		for (const home of found) {
			costDm[home] = UNREACHED_DM;
			facility[home] = -1;
		}
		return found;
	}
}

/** A place on either side of every street between two crossings. */
function streetSites(land: Land): Site[] {
	const { lattice, sides, territory } = land;
	const random = land.random.fork("sites");
	const sites: Site[] = [];
	for (const side of sides.values()) {
		if (side.isBridge || side.isTunnel) continue;
		cellsOfSide(lattice, side).forEach((cell, after) => {
			const along = random.between(0.3, 0.7);
			if (!isInside(lattice, cell) || at(lattice.styleOf, cell) === "~") return;
			const off = after === 1 ? BESIDE_STREET : -BESIDE_STREET;
			const [u, v] =
				side.direction === "east" ? [side.u + along, side.v + off] : [side.u + off, side.v + along];
			sites.push({
				lonLat: placeAt(lattice, u, v),
				cell,
				unit: at(lattice.unitOf, cell),
				committee: at(territory.committeeOf, cell),
				kind: "street",
			});
		});
	}
	return sites;
}

function homeSites({ homes, lattice, territory }: Land): Site[] {
	return homes.map(({ lonLat, cell }) => ({
		lonLat,
		cell,
		unit: at(lattice.unitOf, cell),
		committee: at(territory.committeeOf, cell),
		kind: "home",
	}));
}

function isVillage({ territory }: Land, cell: number): boolean {
	const committee = at(territory.committeeOf, cell);
	return committee >= 0 && at(territory.committees, committee).zone === "village";
}

function named(name: string): Profile {
	const profile = profileNamed(name);
	if (profile === undefined) throw new Error(`No profile ${name}.`);
	return profile;
}
