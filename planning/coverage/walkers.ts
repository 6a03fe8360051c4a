// Who walks how: everyone by the profile asked for, villages by slow travel (慢行) unless one was asked for.
import type { Attachment } from "../reach/attach.ts";
import { type Profile, profileNamed } from "../reach/profiles.ts";
import { type Reach, reachFor } from "../reach/reach.ts";
import type { StreetGraph } from "../streets/StreetGraph.ts";
import { type Located, unitAt } from "./located.ts";

/** What a person may choose. A profile asked for holds for everyone, villages included. */
export interface ProfileChoice {
	readonly profile?: Profile | undefined;
	/** Profile of residences in committees of zone `village`; null for the same as everyone. */
	readonly villageProfile?: Profile | null | undefined;
	/** Replaces the speed of the main profile; slow travel keeps its own. */
	readonly speedMPerMin?: number | undefined;
}

export interface ChosenProfiles {
	readonly main: Profile;
	readonly village: Profile | null;
}

/** Residences that walk by one profile. */
export interface WalkGroup {
	readonly reach: Reach;
	readonly residences: "all" | readonly number[];
}

export interface Walkers {
	readonly groups: readonly WalkGroup[];
	/** Metres per minute of each group. */
	readonly speeds: readonly number[];
	/** Group of each residence. */
	readonly residenceSpeed: Uint8Array;
}

/** The profiles a choice means: adult on foot, villages by bicycle, unless told otherwise. */
export function chooseProfiles(choice: ProfileChoice): ChosenProfiles {
	const profile = choice.profile ?? named("adult");
	const main =
		choice.speedMPerMin === undefined ? profile : { ...profile, speedMPerMin: choice.speedMPerMin };
	const usual = choice.profile === undefined ? named("bicycle") : null;
	const village = choice.villageProfile === undefined ? usual : choice.villageProfile;
	return { main, village };
}

/** Residences grouped by how they travel, ready to search. */
export function walkersOf(
	located: Located,
	graph: StreetGraph,
	profiles: ChosenProfiles,
	attached: { residences: readonly Attachment[]; facilities: readonly (readonly Attachment[])[] },
): Walkers {
	const { main, village } = profiles;
	const reachOf = (profile: Profile) =>
		reachFor(graph, profile, attached.residences, attached.facilities);
	const isVillage = (cell: number) => unitAt(located, cell, "committee")?.zone === "village";
	const residenceSpeed = Uint8Array.from(located.residenceCell, (cell) =>
		village !== null && isVillage(cell) ? 1 : 0,
	);
	if (village === null || !residenceSpeed.includes(1))
		return {
			groups: [{ reach: reachOf(main), residences: "all" }],
			speeds: [main.speedMPerMin],
			residenceSpeed,
		};
	const members = [0, 1].map((group) =>
		[...residenceSpeed.keys()].filter((residence) => residenceSpeed[residence] === group),
	);
	return {
		groups: [
			{ reach: reachOf(main), residences: members[0] },
			{ reach: reachOf(village), residences: members[1] },
		],
		speeds: [main.speedMPerMin, village.speedMPerMin],
		residenceSpeed,
	};
}

function named(name: string): Profile {
	const profile = profileNamed(name);
	if (profile === undefined) throw new Error(`No profile ${name}.`);
	return profile;
}
