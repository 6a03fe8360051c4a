// Who walks how: everyone by the profile asked for, villages by slow travel (慢行) unless one was asked for.
import { type Profile, profileNamed } from "../reach/profiles.ts";
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

/** Residences by how they travel: everyone in group 0 unless villages have a profile of their own. */
export interface Walkers {
	/** Of each group. */
	readonly profiles: readonly Profile[];
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

/** Residences grouped by how they travel. */
export function walkersOf(located: Located, { main, village }: ChosenProfiles): Walkers {
	const isVillage = (cell: number) => unitAt(located, cell, "committee")?.zone === "village";
	const residenceSpeed = Uint8Array.from(located.residenceCell, (cell) =>
		village !== null && isVillage(cell) ? 1 : 0,
	);
	const profiles = village === null || !residenceSpeed.includes(1) ? [main] : [main, village];
	return { profiles, speeds: profiles.map(({ speedMPerMin }) => speedMPerMin), residenceSpeed };
}

function named(name: string): Profile {
	const profile = profileNamed(name);
	if (profile === undefined) throw new Error(`No profile ${name}.`);
	return profile;
}
