// What the page and its reach worker say to each other.
import type { Mode } from "../../planning/coverage/analysis.ts";

/** A question that needs no server once the district's pack is there. */
export interface ReachQuestion {
	readonly districtCode: string;
	/** Hash of the snapshot that the page shows. */
	readonly snapshot: string;
	readonly category: string;
	readonly mode: Mode;
	/** As the screens name it; `adult` lets villages travel slowly. */
	readonly profile: string;
	/** Replaces the profile's speed. */
	readonly speedMPerMin?: number | undefined;
	readonly limitS: number;
	readonly facilityIds?: readonly string[] | undefined;
}

export type ReachOrder =
	| { readonly kind: "ask"; readonly number: number; readonly question: ReachQuestion }
	| { readonly kind: "cancel"; readonly number: number };

/** Arrays have a slot per residence of the district, in id order. */
export interface ReachAnswer {
	readonly residenceIds: readonly string[];
	readonly facilityIds: readonly string[];
	readonly facilityNames: readonly string[];
	/** Metres per minute of each residence. */
	readonly speedMPerMin: Uint16Array;
	readonly costDm: Uint32Array;
	/** Index into `facilityIds`; -1 where none. */
	readonly facility: Int32Array;
	readonly within: Uint8Array;
	readonly reason: Uint8Array;
	readonly residents: number;
	readonly coveredResidents: number;
	/** Limits of up to so many seconds can be asked of this pack. */
	readonly longestS: number;
}

export type ReachNews =
	| { readonly kind: "progress"; readonly number: number; readonly pct: number }
	| { readonly kind: "answer"; readonly number: number; readonly answer: ReachAnswer }
	/** `code` of a refusal, or `beyond-halo`, or `failed`. */
	| {
			readonly kind: "failed";
			readonly number: number;
			readonly code: string;
			readonly longestS?: number;
	  };
