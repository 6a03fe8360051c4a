// What a file and the committed data have in common, measured: by code, by name, or along the borders.
import type { LonLat } from "../geo/LonLat.ts";
import type { OffsetFinding } from "../wire/understanding.ts";
import { BorderIndex, borderPoints } from "./registrationEdges.ts";
import {
	type MetresM,
	medianVector,
	metresBetween,
	type RegistrationItem,
} from "./registrationItem.ts";
import { medianDistance, offsetOf, pairsByCode, pairsByName } from "./registrationPairs.ts";

export const SYSTEMS = ["gcj02", "bd09"] as const;
export type System = (typeof SYSTEMS)[number];

/** The inverses of the two systems: from shifted to WGS84. */
export type OffsetInverses = Readonly<Record<System, (lonLat: LonLat) => LonLat>>;

/** With fewer pairs only a close fit is evidence. */
export const FEW_PAIRS = 3;
const CLOSE_FIT_M = 5;
/** Fits of borders without names: the nearest border may be the wrong one, so it must be close. */
const BORDER_FIT_M = 10;
const FEW_BORDER_POINTS = 20;
/** This share of matches that agree as they stand makes a mixed file; of borders some do by chance. */
const MIXED_SHARE = 0.1;
const MIXED_BORDER_SHARE = 0.25;
const SAME: (lonLat: LonLat) => LonLat = (lonLat) => lonLat;

/** What there is to decide by: per match a vector from the committed place, as it stands and with each removal. */
export interface Matches {
	readonly matchedBy: OffsetFinding["matchedBy"];
	readonly names: readonly string[];
	/** As the file stands. */
	readonly offsets: Readonly<Record<System, readonly MetresM[]>>;
	/** Distances to the committed place, metres, as it stands and after each removal. */
	readonly distances: Readonly<Record<System | "none", readonly number[]>>;
	/** Systematic part of what remains, and how far single ones scatter around it. */
	readonly remains: Readonly<Record<System, { readonly biasM: number; readonly scatterM: number }>>;
	readonly largestFitM: number;
	readonly mixedShare: number;
}

export function matchedByCode(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	undo: OffsetInverses,
): Matches {
	return matchedPairs("code", pairsByCode(sample, reference), undo);
}

export function matchedByName(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	undo: OffsetInverses,
): Matches {
	return matchedPairs("name", pairsByName(sample, reference), undo);
}

function matchedPairs(
	matchedBy: "code" | "name",
	pairs: ReturnType<typeof pairsByCode>,
	undo: OffsetInverses,
): Matches {
	const none = pairs.map((pair) => offsetOf(pair, SAME));
	const after = bySystem((system) => pairs.map((pair) => offsetOf(pair, undo[system])));
	return {
		matchedBy,
		names: pairs.map(({ name }) => name),
		offsets: { gcj02: none, bd09: none },
		distances: {
			none: none.map(length),
			gcj02: after.gcj02.map(length),
			bd09: after.bd09.map(length),
		},
		remains: bySystem((system) => {
			const bias = medianVector(after[system]);
			return { biasM: length(bias), scatterM: medianDistance(after[system], bias) };
		}),
		largestFitM: pairs.length < FEW_PAIRS ? CLOSE_FIT_M : Infinity,
		mixedShare: MIXED_SHARE,
	};
}

/** Null when too little of the file has borders near committed ones. */
export function matchedByBorders(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	undo: OffsetInverses,
): Matches | null {
	const borders = new BorderIndex(reference);
	if (borders.isEmpty) return null;
	const points = borderPoints(
		sample,
		(at) => borders.isAround(at) && SYSTEMS.some((system) => borders.isAround(undo[system](at))),
	);
	if (points.length < FEW_BORDER_POINTS) return null;
	const distancesWith = (removed: (lonLat: LonLat) => LonLat) =>
		points.map(({ at }) => borders.distanceM(removed(at)));
	return {
		matchedBy: "edges",
		names: points.map(({ name }) => name),
		offsets: bySystem((system) => points.map(({ at }) => metresBetween(undo[system](at), at))),
		distances: { none: distancesWith(SAME), ...bySystem((system) => distancesWith(undo[system])) },
		remains: bySystem(() => ({ biasM: 0, scatterM: 0 })),
		largestFitM: BORDER_FIT_M,
		mixedShare: MIXED_BORDER_SHARE,
	};
}

function bySystem<T>(of: (system: System) => T): Record<System, T> {
	return { gcj02: of("gcj02"), bd09: of("bd09") };
}

export function length([eastM, northM]: MetresM): number {
	return Math.hypot(eastM, northM);
}
