// What of an explanation is drawn: the walk split where the limit runs out, the straight line, the barrier. Pure.
import type { Explanation, Walked } from "../../planning/coverage/explanation.ts";
import { distanceM } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { limitDm } from "../../planning/reach/profiles.ts";
import type { RouteMarks } from "./MapScene.ts";

type Marks = RouteMarks["lines"];

export function routeMarks(why: Explanation): RouteMarks {
	const { facility, nearestAny, street, barrier, code } = why;
	const home = why.residence.lonLat;
	const straight = (to: LonLat): Marks => [{ kind: "straight", line: [home, to] }];
	const isByRadius = why.limitUnit === "metres";
	const isStraightTold = code === "severed" || isByRadius || facility?.walk === null;
	const other = nearestAny?.facilityId === facility?.facilityId ? null : nearestAny;
	return {
		home,
		lines: [
			...(barrier?.lines ?? []).map((line) => ({ kind: "barrier" as const, line })),
			...(other?.walk ? [{ kind: "other" as const, line: other.walk.line }] : []),
			...(facility?.walk ? walkMarks(why, facility.walk) : []),
			...(facility !== null && isStraightTold ? straight(facility.lonLat) : []),
			...(street === null ? [] : straight(street.lonLat)),
		],
		ends: [facility, other].flatMap((walked) => (walked === null ? [] : [doorOf(walked)])),
	};
}

/** The door that the walk ends at, else the facility's own place. */
function doorOf({ walk, lonLat }: Walked): LonLat {
	return walk?.line.at(-1) ?? lonLat;
}

/** The walk, split where the minutes run out: by length, as if steps lay evenly along it. A radius splits no walk. */
function walkMarks(
	{ limit, limitUnit, speedMPerMin }: Explanation,
	{ costDm, line }: NonNullable<Walked["walk"]>,
): Marks {
	const withinDm = limitUnit === "metres" ? costDm : limitDm(limit * 60, speedMPerMin);
	if (costDm <= withinDm || costDm === 0) return [{ kind: "within", line }];
	const [within, over] = splitLine(line, withinDm / costDm);
	return [
		{ kind: "over", line: over },
		{ kind: "within", line: within },
	];
}

/** Two lines that meet at a share (0–1) of the length. */
export function splitLine(line: readonly LonLat[], share: number): [LonLat[], LonLat[]] {
	const lengthsM = line.slice(1).map((to, i) => distanceM(line[i] ?? to, to));
	let leftM = share * lengthsM.reduce((sum, lengthM) => sum + lengthM, 0);
	for (const [i, lengthM] of lengthsM.entries()) {
		const [from, to] = [line[i] ?? ORIGIN, line[i + 1] ?? ORIGIN];
		if (leftM > lengthM) {
			leftM -= lengthM;
			continue;
		}
		const t = lengthM > 0 ? leftM / lengthM : 0;
		const at: LonLat = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
		return [
			[...line.slice(0, i + 1), at],
			[at, ...line.slice(i + 1)],
		];
	}
	return [[...line], []];
}
const ORIGIN: LonLat = [0, 0];
