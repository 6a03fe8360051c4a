// Who reaches each facility on foot within the horizon, searched once and remembered: a residence that comes to another
// unit is then looked up, not searched for. One bounded search of 40–60 µs per facility, some kilobytes to keep.
import { type Halo, haloOf } from "../../coverage/search/halo.ts";
import type { Attachment } from "../../reach/attach.ts";
import {
	type Catchment,
	catchmentOf,
	createCatchment,
	type HomeIndex,
	indexHomes,
} from "../../reach/catchment.ts";
import { limitDm } from "../../reach/profiles.ts";
import { type Reach, reachFor, UNREACHED_DM } from "../../reach/reach.ts";
import { once } from "../../steps.ts";
import type { PlanState } from "../PlanState.ts";
import type { FacilityBook } from "./FacilityBook.ts";
import { LinkedWalking } from "./LinkedWalking.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import { NearDoors } from "./NearDoors.ts";
import { type StreetLinks, streetLinks } from "./streetLinks.ts";

/** Residences ascending, with their costs. */
export interface Reached {
	readonly home: Uint32Array;
	readonly costDm: Uint32Array;
}

/** A way of walking, ready to search. */
interface Walking {
	readonly reach: Reach;
	readonly homeIndex: HomeIndex;
	readonly limitDm: number;
	readonly catchment: Catchment;
	/** No walk within the limit joins junctions farther apart in a straight line. */
	readonly haloM: number;
}

export class Catchments {
	/** The links that are walked with; null for none. */
	links: StreetLinks | null = null;
	private readonly base: MeasureBase;
	private readonly facilities: FacilityBook;
	private readonly walkings: Walking[] = [];
	private linked: LinkedWalking[] = [];
	/** By group, then facility; kept for streets without links, and for those with the present ones. */
	private readonly plain: Map<number, Reached>[] = [];
	private withLinks: Map<number, Reached>[] = [];
	private readonly halo: () => Halo;
	private nearDoors: NearDoors | null = null;

	constructor(base: MeasureBase, facilities: FacilityBook) {
		this.base = base;
		this.facilities = facilities;
		this.halo = once(() => haloOf(base.surveyed.city.graph));
	}

	/** So many ways of walking there are. */
	get groups(): number {
		return this.base.profiles.length;
	}

	/** Links of a plan on the base's streets; null for none. */
	resolved(links: PlanState["links"]): StreetLinks | null {
		const { graph } = this.base.surveyed.city;
		return links.size === 0 ? null : streetLinks(graph, this.base.attacher, links);
	}

	/** Walk with these links from now on. */
	walkWith(links: StreetLinks | null): void {
		this.links = links;
		this.linked = [];
		this.withLinks = [];
	}

	/** Cost of the walk of a residence, as a group walks, to a facility; UNREACHED_DM beyond the horizon. */
	costDm(facility: number, home: number, group: number): number {
		if (this.links === null && !this.couldWalk(facility, home, group)) return UNREACHED_DM;
		const { home: homes, costDm } = this.reachedFrom(facility, group);
		let [low, high] = [0, homes.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (homes[middle] < home) low = middle + 1;
			else high = middle;
		}
		return homes[low] === home ? costDm[low] : UNREACHED_DM;
	}

	/** Residences that walk, as a group does, to a facility within the horizon, ascending. */
	homes(facility: number, group: number): Uint32Array {
		return this.reachedFrom(facility, group).home;
	}

	/** Residences that walk, as a group does, to one of some places within the horizon. */
	homesAround(places: readonly Attachment[], group: number): Uint32Array {
		return this.search(places, group).home;
	}

	/** Forget what was searched; what searches stand on stays. */
	forget(): void {
		for (const reached of [...this.plain, ...this.withLinks]) reached?.clear();
	}

	/** Prepare the searches of a group: some passes over the streets. */
	open(group: number): Walking {
		this.walkings[group] ??= this.walkingOf(group);
		return this.walkings[group];
	}

	/** The streets with the present links. */
	linkedOf(group: number, links: StreetLinks): LinkedWalking {
		const { reach, limitDm: limit } = this.open(group);
		this.linked[group] ??= new LinkedWalking(reach, limit, links);
		return this.linked[group];
	}

	private couldWalk(facility: number, home: number, group: number): boolean {
		const { reach, haloM } = this.open(group);
		const { city, attachments } = this.base.surveyed;
		this.nearDoors ??= new NearDoors(
			city.graph,
			reach.edgeTail,
			this.halo().plane,
			attachments.residences.edge,
		);
		return this.nearDoors.couldWalk(home, facility, this.facilities.doors(facility), haloM);
	}

	private reachedFrom(facility: number, group: number): Reached {
		const memory = this.links === null ? this.plain : this.withLinks;
		memory[group] ??= new Map();
		const known = memory[group].get(facility);
		if (known !== undefined) return known;
		const made = this.search(this.facilities.doors(facility), group);
		memory[group].set(facility, made);
		return made;
	}

	private search(doors: readonly Attachment[], group: number): Reached {
		if (this.links !== null) return this.linkedOf(group, this.links).reached(doors);
		const { reach, homeIndex, limitDm: limit, catchment } = this.open(group);
		catchmentOf(reach, homeIndex, doors, limit, catchment);
		const home = catchment.residence.slice(0, catchment.count).sort();
		return { home, costDm: home.map((one) => catchment.costDm[one]) };
	}

	private walkingOf(group: number): Walking {
		const { surveyed, profiles } = this.base;
		const { city, horizonS } = surveyed;
		const profile = profiles[group];
		const homes = surveyed.residenceAttachments;
		const reach = reachFor(city.graph, profile, homes, []);
		const walksDm = limitDm(horizonS, profile.speedMPerMin);
		const walking = {
			reach,
			homeIndex: indexHomes(reach),
			limitDm: walksDm,
			haloM: this.halo().reachM(profile, walksDm),
			catchment: createCatchment(homes.length),
		};
		// a search of nothing makes what searches stand on
		catchmentOf(reach, walking.homeIndex, [], 0, walking.catchment);
		return walking;
	}
}
