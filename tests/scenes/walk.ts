// Walks in a scene: homes and doors given in metres, answers in decimetres.
import { attachFacility, attachResidence, createAttacher } from "../../planning/reach/attacher.ts";
import { type Profile, profileNamed } from "../../planning/reach/profiles.ts";
import { nearest, noTimes, reachFor, type Times } from "../../planning/reach/reach.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import { at } from "./streetScene.ts";

export type PlaceM = readonly [eastM: number, northM: number];
export const ADULT = profileNamed("adult") as Profile;

export interface Walk {
	readonly homes: readonly PlaceM[];
	readonly doors: readonly PlaceM[];
	readonly profile?: Profile;
	readonly limitDm?: number;
}

/** Nearest door of every home. */
export function walk(
	scene: WaySet,
	{ homes, doors, profile = ADULT, limitDm = 10_050 }: Walk,
): Times {
	const { graph, barriers } = compileStreets(scene);
	const attacher = createAttacher(graph, barriers);
	const reach = reachFor(
		graph,
		profile,
		homes.map(([eastM, northM]) => attachResidence(attacher, at(eastM, northM))),
		doors.map(([eastM, northM]) => attachFacility(attacher, at(eastM, northM))),
	);
	const times = noTimes(homes.length);
	nearest(reach, doors.keys(), "all", limitDm, times);
	return times;
}
