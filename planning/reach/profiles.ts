// Profiles: who walks, how fast, over what. No standard read so far fixes a walking speed; the interface says so.
import { EDGE_FLAG } from "../streets/StreetGraph.ts";

export interface Profile {
	readonly name: string;
	/** Whole metres per minute. */
	readonly speedMPerMin: number;
	/** Length of steps counts this many times; an app default, no source. */
	readonly stepFactor: number;
	/** Arcs with any of these `EDGE_FLAG` bits are not used. */
	readonly forbiddenFlags: number;
}

/** 67 m/min makes 15 minutes 1,005 m; 53 for older people and children (both implied by GB 50180's distance classes). */
export const PROFILES: readonly Profile[] = [
	{ name: "adult", speedMPerMin: 67, stepFactor: 2, forbiddenFlags: 0 },
	{ name: "elder", speedMPerMin: 53, stepFactor: 2, forbiddenFlags: 0 },
	{ name: "stepfree", speedMPerMin: 48, stepFactor: 1, forbiddenFlags: EDGE_FLAG.steps },
	{ name: "bicycle", speedMPerMin: 200, stepFactor: 1, forbiddenFlags: EDGE_FLAG.steps },
	{ name: "adult80", speedMPerMin: 80, stepFactor: 2, forbiddenFlags: 0 },
];

/** The profile of a name, or undefined. */
export function profileNamed(name: string): Profile | undefined {
	return PROFILES.find((profile) => profile.name === name);
}

/** The farthest cost that is still within `limitS` seconds, in decimetres of level walking. */
export function limitDm(limitS: number, speedMPerMin: number): number {
	return Math.floor((limitS * speedMPerMin) / 6);
}

/** Seconds of a cost, one decimal; only for output. */
export function secondsOf(costDm: number, speedMPerMin: number): number {
	return Math.round((costDm * 60) / speedMPerMin) / 10;
}
