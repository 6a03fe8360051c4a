// The way along the streets between two places on them, so that two clicks draw a line that follows a street.
import { distanceM } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { type Attacher, attachResidence } from "../../reach/attacher.ts";
import type { Profile } from "../../reach/profiles.ts";
import { routeTo } from "../../reach/route.ts";
import type { Walkable } from "../../reach/tripEnds.ts";
import { edgeTails } from "../../streets/edgeLine.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";

/** A place lies on a street when it is so near. */
const ON_STREET_DM = 20;
/** A way that is more than so many times longer than the straight line follows no one's intention. */
const MOST_DETOUR = 3;
const DETOUR_ALWAYS_M = 200;

/** Every street, steps like any other. */
const ANY_STREET: Profile = { name: "any", speedMPerMin: 67, stepFactor: 1, forbiddenFlags: 0 };

const walkables = new WeakMap<StreetGraph, Walkable>();

/** Ends included, as they were given; null where one is on no street, or the way is a long detour. */
export function followStreets(attacher: Attacher, from: LonLat, to: LonLat): LonLat[] | null {
	const [start, end] = [from, to].map((place) => attachResidence(attacher, place));
	if (
		![start, end].every(({ edge, connectorDm }) => edge !== NO_EDGE && connectorDm <= ON_STREET_DM)
	)
		return null;
	const walkable = walkableOf(attacher.graph);
	const mostDm = Math.ceil(10 * (MOST_DETOUR * distanceM(from, to) + DETOUR_ALWAYS_M));
	const route = routeTo(
		walkable,
		{ lonLat: from, home: start },
		[{ facility: 0, lonLat: to, door: end }],
		mostDm,
	);
	if (route === null) return null;
	return [from, ...route.line, to].filter(
		([lon, lat], i, line) => i === 0 || lon !== line[i - 1][0] || lat !== line[i - 1][1],
	);
}

function walkableOf(graph: StreetGraph): Walkable {
	const made = walkables.get(graph) ?? {
		graph,
		profile: ANY_STREET,
		edgeTail: edgeTails(graph),
	};
	walkables.set(graph, made);
	return made;
}
