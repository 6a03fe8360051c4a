// The one question of this product: from each residence, the nearest of these facilities, and how far.
// (Interface first; the bucket search is in bucketSearch.ts.)
import type { StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import type { Profile } from "./profiles.ts";

/** Cost of what was not reached within the limit. */
export const UNREACHED_DM = 0xffff_ffff;

/** A street graph seen with one profile, with residences and facilities attached. Build with `reachFor`. */
export interface Reach {
	readonly graph: StreetGraph;
	readonly profile: Profile;
	/** One per residence. */
	readonly residences: readonly Attachment[];
	/** One or more per facility: a row per entrance, and a second row for a door on a private way. */
	readonly facilities: readonly (readonly Attachment[])[];
}

/** Best (cost, facility) per residence; start with `noTimes`, then let any number of searches lower it. */
export interface Times {
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
}
