// Arcs that a line ends at, with the nodes that they get. Where nobody lies on one side, the area that rounding takes on
// one half of a segment is given back on the other, so that the city stays as large as it was to the square centimetre.
import { OUTSIDE, type Tiling } from "../Tiling.ts";
import { loopFrom } from "./arcOrder.ts";
import type { LocalBorders } from "./LocalBorders.ts";
import { placeKey } from "./place.ts";

export interface NodedArc {
	/** x, y … with the new vertices. */
	readonly points: readonly number[];
	/** The old segment of each step. */
	readonly segments: readonly number[];
	/** The arc in pieces from node to node, each x, y …; the arc itself where it has no node between its ends. */
	readonly pieces: readonly (readonly number[])[];
}

/** Arcs that lie at the ends of chains other than with their own ends, by number. */
export function nodedArcs(
	tiling: Tiling,
	arcs: Iterable<number>,
	borders: LocalBorders,
	ends: ReadonlySet<number>,
): ReadonlyMap<number, NodedArc> {
	const noded = new Map<number, NodedArc>();
	for (const arc of arcs) {
		const isFree = isFreeLoop(tiling, arc);
		const { points, segments } = ledThrough(tiling, arc, borders, ends);
		const nodes: number[] = [];
		for (let i = isFree ? 0 : 2; i < points.length - 2; i += 2)
			if (ends.has(placeKey(points[i], points[i + 1]))) nodes.push(i);
		if (nodes.length === 0) continue;
		const line = isFree ? loopFrom(points, nodes[0]) : points;
		const pieces: (readonly number[])[] = [];
		let from = 0;
		for (const node of isFree ? nodes.slice(1).map((at) => at - nodes[0]) : nodes) {
			pieces.push(line.slice(from, node + 2));
			from = node;
		}
		pieces.push(line.slice(from));
		noded.set(arc, { points, segments, pieces });
	}
	return noded;
}

/** The points of an arc with those put into it that are ends of chains. */
function ledThrough(
	{ pointCm, arcFirstPoint, arcLeft, arcRight }: Tiling,
	arc: number,
	borders: LocalBorders,
	ends: ReadonlySet<number>,
): Pick<NodedArc, "points" | "segments"> {
	const isRim = arcLeft[arc] === OUTSIDE || arcRight[arc] === OUTSIDE;
	const points: number[] = [];
	const segments: number[] = [];
	const last = arcFirstPoint[arc + 1] - 1;
	for (let point = arcFirstPoint[arc]; point < last; point++) {
		const [ax, ay, bx, by] = pointCm.subarray(2 * point, 2 * point + 4);
		let way = [ax, ay, bx, by];
		const inserted = borders.insertedIn(point);
		for (let i = 0; i < inserted.length; i += 2)
			if (ends.has(placeKey(inserted[i], inserted[i + 1])))
				way = withPlace(way, inserted[i], inserted[i + 1], isRim);
		for (let i = 0; i + 2 < way.length; i += 2) {
			points.push(way[i], way[i + 1]);
			segments.push(point);
		}
	}
	points.push(pointCm[2 * last], pointCm[2 * last + 1]);
	return { points, segments };
}

/**
 * A way led through a place beside one of its steps. On a rim that step also gets the place's mirror image about its
 * middle: the two triangles are equal, and lie on either side.
 */
function withPlace(way: readonly number[], x: number, y: number, isRim: boolean): number[] {
	const [wayX, wayY] = [way[way.length - 2] - way[0], way[way.length - 1] - way[1]];
	const along = (px: number, py: number) => (px - way[0]) * wayX + (py - way[1]) * wayY;
	let at = 0;
	while (at + 4 < way.length && along(way[at + 2], way[at + 3]) <= along(x, y)) at += 2;
	const [ax, ay, bx, by] = way.slice(at, at + 4);
	const between = [x, y];
	if (isRim && (bx - ax) * (y - ay) !== (by - ay) * (x - ax)) {
		const [mirrorX, mirrorY] = [ax + bx - x, ay + by - y];
		if (along(mirrorX, mirrorY) < along(x, y)) between.unshift(mirrorX, mirrorY);
		else between.push(mirrorX, mirrorY);
	}
	return [...way.slice(0, at + 2), ...between, ...way.slice(at + 2)];
}

/** Is an arc a loop at whose node no other arc ends? */
function isFreeLoop({ arcFrom, arcTo }: Tiling, arc: number): boolean {
	if (arcFrom[arc] !== arcTo[arc]) return false;
	for (let other = 0; other < arcFrom.length; other++)
		if (other !== arc && (arcFrom[other] === arcFrom[arc] || arcTo[other] === arcFrom[arc]))
			return false;
	return true;
}
