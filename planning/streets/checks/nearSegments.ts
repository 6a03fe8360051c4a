// The lines around a node.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { WalkableWays } from "../walkableWays.ts";
import type { LineIndex } from "./LineIndex.ts";
import { nearestOn } from "./looseNodes.ts";

/** A segment near a node, by its first ref. */
export interface NearSegment {
	readonly ref: number;
	readonly way: number;
	/** Where on the segment the nearest place is, 0–1. */
	readonly along: number;
	readonly distanceM: number;
}

/** Segments at the level of `way` within `gapM` of its node that do not begin or end there, nearest first. */
export function nearSegments(
	ways: WalkableWays,
	{ tree, runWay, runFrom, runTo }: LineIndex,
	{ way, node, gapM }: { way: number; node: number; gapM: number },
): NearSegment[] {
	const { refs, nodeLon, nodeLat, wayLevel, wayId } = ways;
	const [lon, lat] = [nodeLon[node], nodeLat[node]];
	const { lonM, latM } = metresPerDegree(lat);
	const [dLon, dLat] = [gapM / lonM, gapM / latM];
	const isLevel = (run: number) => wayLevel[runWay[run]] === wayLevel[way];
	const runs = tree?.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat, isLevel) ?? [];
	const found: NearSegment[] = [];
	for (const run of runs)
		for (let ref = runFrom[run]; ref < runTo[run]; ref++) {
			const [a, b] = [refs[ref], refs[ref + 1]];
			if (a === node || b === node) continue;
			const { along, distanceM } = nearestOn(ways, node, [a, b]);
			if (distanceM <= gapM) found.push({ ref, way: runWay[run], along, distanceM });
		}
	return found.sort(
		(a, b) => a.distanceM - b.distanceM || wayId[a.way] - wayId[b.way] || a.ref - b.ref,
	);
}

/** The nearest place of a segment. */
export function footOn(
	{ refs, nodeLon, nodeLat }: WalkableWays,
	{ ref, along }: NearSegment,
): LonLat {
	const [a, b] = [refs[ref], refs[ref + 1]];
	return [
		nodeLon[a] + along * (nodeLon[b] - nodeLon[a]),
		nodeLat[a] + along * (nodeLat[b] - nodeLat[a]),
	];
}
