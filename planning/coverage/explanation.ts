// Why a residence is, or is not, served: codes and figures; words are the interface's.
import type { UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { BarrierKind } from "../streets/StreetGraph.ts";
import type { Mode } from "./analysis.ts";

export const EXPLANATION_CODES = [
	/** Within the limit. */
	"covered",
	/** No street that may be walked to: too far, or a barrier between. */
	"not-attached",
	/** Near as the crow flies, far on foot, a barrier between. */
	"severed",
	/** The nearest is farther than the limit. */
	"beyond",
	/** The city has none that can be walked to. */
	"no-facility",
	/** Own mode: another unit's is within the limit, the own one is not. */
	"own-unit-only",
	/** Own mode: none of the residence's own units has one. */
	"no-own-facility",
] as const;
export type ExplanationCode = (typeof EXPLANATION_CODES)[number];

/** A facility and the walk to it. */
export interface Walked {
	readonly facilityId: string;
	readonly facilityName: string;
	readonly lonLat: LonLat;
	/** The unit whose residents call it their own; null for nobody's. */
	readonly unit: { readonly kind: UnitKind; readonly code: string; readonly name: string } | null;
	/** Straight line from the residence, metres, one decimal. */
	readonly straightM: number;
	/** Null when it is not reached within an hour. */
	readonly walk: {
		/** Decimetres of level walking, as the analysis counts them. */
		readonly costDm: number;
		readonly seconds: number;
		/** Metres under one's feet, one decimal. */
		readonly lengthM: number;
		/** Of these, on steps. */
		readonly stepsM: number;
		readonly line: readonly LonLat[];
	} | null;
}

/** A line that may not be crossed. */
export interface NamedBarrier {
	readonly kind: BarrierKind;
	/** "" when unnamed. */
	readonly name: string;
	/** Id of the source way. */
	readonly way: number;
	/** The parts of it near the residence. */
	readonly lines: readonly (readonly LonLat[])[];
}

export interface Explanation {
	readonly code: ExplanationCode;
	readonly residence: {
		readonly id: string;
		readonly lonLat: LonLat;
		readonly residents: number;
		/** Of the district that contains it; null where none does. */
		readonly districtCode: string | null;
	};
	readonly category: string;
	readonly mode: Mode;
	/** How this residence travels. */
	readonly profile: string;
	readonly speedMPerMin: number;
	readonly limit: number;
	readonly limitUnit: "minutes" | "metres";
	/** The facility that the sentence is about: in own mode the own one, when severed the one across the barrier. */
	readonly facility: Walked | null;
	/** When severed or own-unit-only: the nearest of any unit, on foot. */
	readonly nearestAny: Walked | null;
	/** By how much `facility` is beyond: seconds of walking, or metres of straight line. Null within or unreached. */
	readonly beyondBy: number | null;
	/** Not attached: the nearest street. */
	readonly street: { readonly distanceM: number; readonly lonLat: LonLat } | null;
	/** Between the residence and the street, or between it and the facility. */
	readonly barrier: NamedBarrier | null;
}
