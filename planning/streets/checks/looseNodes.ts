// Nodes where a line ends and nothing goes on.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { WalkableWays } from "../walkableWays.ts";

/** An end nearer to a line than this lies on it: file and drawing are exact to a centimetre. */
export const TOUCH_M = 0.02;

/** 1 for nodes that are the end of a way, and that no other way, nor the same way again, passes. */
export function looseNodes({ firstRef, refs, nodeId, wayId }: WalkableWays): Uint8Array {
	const passes = new Uint8Array(nodeId.length);
	for (const node of refs) if (passes[node] < 2) passes[node]++;
	const isLoose = new Uint8Array(nodeId.length);
	for (let way = 0; way < wayId.length; way++)
		for (const ref of [firstRef[way], firstRef[way + 1] - 1])
			if (passes[refs[ref]] === 1) isLoose[refs[ref]] = 1;
	return isLoose;
}

/** How far a node is from the segment between two others, and where on it (0–1) the nearest place is. */
export function nearestOn(
	{ nodeLon, nodeLat }: WalkableWays,
	node: number,
	[a, b]: readonly [number, number],
): { along: number; distanceM: number } {
	const [lon, lat] = [nodeLon[node], nodeLat[node]];
	const { lonM, latM } = metresPerDegree(lat);
	const [ax, ay] = [(nodeLon[a] - lon) * lonM, (nodeLat[a] - lat) * latM];
	const [dx, dy] = [(nodeLon[b] - nodeLon[a]) * lonM, (nodeLat[b] - nodeLat[a]) * latM];
	const square = dx * dx + dy * dy;
	const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
	return { along, distanceM: Math.hypot(ax + along * dx, ay + along * dy) };
}
