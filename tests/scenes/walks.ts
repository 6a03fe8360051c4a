// Homes with a walk each, in minutes, for figures that can be added up in the head. Everybody walks 60 m/min unless told.
import fc from "fast-check";
import { type Farness, UNKNOWN_COST } from "../../planning/coverage/figures/farness.ts";
import type { Counted } from "../../planning/coverage/figures/people.ts";
import type { HomePlaces } from "../../planning/coverage/figures/unitFigures.ts";

export interface WalkingHome {
	/** Null: nothing reaches it. */
	readonly minutes: number | null;
	readonly people: number;
	/** -1 or absent: in no cell. */
	readonly cell?: number;
	/** 0 attached, 1 noted, 2 not attached. */
	readonly status?: number;
	readonly speedMPerMin?: number;
}

export interface WalkScene {
	readonly farness: Farness;
	readonly people: Counted;
	readonly places: HomePlaces;
}

const SPEEDS = [60, 120];

/** Walks known up to half an hour, or as told; the limit of the standard is 15 minutes. */
export function walks(homes: readonly WalkingHome[], more: Partial<Farness> = {}): WalkScene {
	const speedOf = ({ speedMPerMin = 60 }: WalkingHome) => speedMPerMin;
	return {
		farness: {
			unit: "minutes",
			cost: Uint32Array.from(homes, (home) =>
				home.minutes === null ? UNKNOWN_COST : Math.round(home.minutes * 10 * speedOf(home)),
			),
			walker: Uint8Array.from(homes, (home) => SPEEDS.indexOf(speedOf(home))),
			speeds: SPEEDS,
			ownLimit: 15,
			horizon: 30,
			...more,
		},
		people: { who: "all", count: Uint32Array.from(homes, ({ people }) => people) },
		places: {
			cell: Int32Array.from(homes, ({ cell = -1 }) => cell),
			status: Uint8Array.from(homes, ({ status = 0 }) => status),
		},
	};
}

/** Any homes: some unreached, some in no cell (cells 0–5), some off the streets. */
export const anyHomes: fc.Arbitrary<WalkingHome[]> = fc.array(
	fc.record({
		minutes: fc.option(fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10)),
		people: fc.integer({ min: 0, max: 500 }),
		cell: fc.integer({ min: -1, max: 5 }),
		status: fc.integer({ min: 0, max: 2 }),
		speedMPerMin: fc.constantFrom(...SPEEDS),
	}),
	{ maxLength: 40 },
);
