// Where a boundary crosses itself: such a shape has no clear inside, and areas taken from it are wrong.
import Flatbush from "flatbush";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

/** The start of the first segment that crosses another one, or null. Touching in a point is no crossing. */
export function selfCrossing(polygons: MultiPolygonRings): LonLat | null {
	const segments: (readonly [LonLat, LonLat])[] = [];
	for (const rings of polygons)
		for (const ring of rings)
			for (let i = 1; i < ring.length; i++) segments.push([ring[i - 1], ring[i]]);

	const boxes = segments.map(([[ax, ay], [bx, by]]) => [
		Math.min(ax, bx),
		Math.min(ay, by),
		Math.max(ax, bx),
		Math.max(ay, by),
	]) as [number, number, number, number][];
	const tree = new Flatbush(segments.length);
	for (const box of boxes) tree.add(...box);
	tree.finish();

	for (const [index, segment] of segments.entries()) {
		const crossed = tree.search(
			...boxes[index],
			(other) => other > index && cross(segment, segments[other]),
		);
		if (crossed.length > 0) return segment[0];
	}
	return null;
}

/** True when the two cross in the inside of both. */
function cross([a, b]: readonly [LonLat, LonLat], [c, d]: readonly [LonLat, LonLat]): boolean {
	return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Positive to the left of from–to, negative to the right, 0 on it. */
function turn(from: LonLat, to: LonLat, at: LonLat): number {
	return Math.sign((to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]));
}
