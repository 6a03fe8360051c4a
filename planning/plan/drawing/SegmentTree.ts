// Segments of lines in a packed tree, to find the nearest place on any of them.
import Flatbush from "flatbush";
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";

export interface SegmentTree {
	readonly tree: Flatbush | null;
	/** lon, lat, lon, lat of each segment. */
	readonly ends: Float64Array;
}

export interface PlaceOnLine {
	readonly at: LonLat;
	readonly distanceM: number;
	/** Number of the segment. */
	readonly segment: number;
}

export function segmentTree(lines: Iterable<readonly LonLat[]>): SegmentTree {
	const ends: number[] = [];
	for (const line of lines)
		for (let i = 1; i < line.length; i++) ends.push(...line[i - 1], ...line[i]);
	return treeOfEnds(Float64Array.from(ends));
}

/** The tree of segments given as lon, lat, lon, lat. */
export function treeOfEnds(ends: Float64Array): SegmentTree {
	const tree = ends.length === 0 ? null : new Flatbush(ends.length / 4);
	for (let i = 0; i < ends.length; i += 4)
		tree?.add(
			Math.min(ends[i], ends[i + 2]),
			Math.min(ends[i + 1], ends[i + 3]),
			Math.max(ends[i], ends[i + 2]),
			Math.max(ends[i + 1], ends[i + 3]),
		);
	tree?.finish();
	return { tree, ends };
}

/** The nearest place on a segment within reach; null where there is none. */
export function nearestPlace(
	{ tree, ends }: SegmentTree,
	at: LonLat,
	reachM: number,
): PlaceOnLine | null {
	if (tree === null) return null;
	const [lon, lat] = at;
	const { lonM, latM } = metresPerDegree(lat);
	let best: PlaceOnLine | null = null;
	const [dLon, dLat] = [reachM / lonM, reachM / latM];
	for (const segment of tree.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)) {
		const s = 4 * segment;
		const [ax, ay] = [(ends[s] - lon) * lonM, (ends[s + 1] - lat) * latM];
		const [dx, dy] = [(ends[s + 2] - lon) * lonM - ax, (ends[s + 3] - lat) * latM - ay];
		const squared = dx * dx + dy * dy;
		const along = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
		const [x, y] = [ax + along * dx, ay + along * dy];
		const distanceM = Math.hypot(x, y);
		if (distanceM > reachM || (best !== null && distanceM >= best.distanceM)) continue;
		best = { at: [lon + x / lonM, lat + y / latM], distanceM, segment };
	}
	return best;
}
