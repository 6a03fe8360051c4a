// Which of the entrances and corners of an area are joined by a straight walk.
import Flatbush from "flatbush";
import { leftM, type RingsM, Sight } from "./sight.ts";

export interface SquarePoint {
	readonly node: number;
	/** On a way that leads away; other points are corners that jut into the area. */
	readonly isEntrance: boolean;
	/** Metres. */
	readonly x: number;
	readonly y: number;
	/** Neighbours on the ring. */
	readonly before: readonly [number, number];
	readonly after: readonly [number, number];
}

/** Areas with more points than this are not crossed between all pairs. */
const MAX_POINTS = 60;
/** There each point looks at its nearest so many, and is joined to so many that it sees. */
const LOOKED_AT = 24;
const JOINED = 8;

/**
 * Pairs of indices of points, the smaller first. Between all pairs that see each other, up to 60 points; in larger areas
 * each point is joined with the nearest 8 it sees of the nearest 24, so that pairs grow with the points and not with
 * their square. A corner is joined only along lines that can bend around it (a shortest walk turns nowhere else).
 * An area whose points are all entrances of a convex ring thus has every diagonal; with less than two entrances it has none.
 */
export function crossingsOf(
	rings: RingsM,
	points: readonly SquarePoint[],
): [from: number, to: number][] {
	if (points.filter(({ isEntrance }) => isEntrance).length < 2) return [];
	const sight = new Sight(rings);
	const isJoined = (a: SquarePoint, b: SquarePoint) =>
		!isBeside(a, b) && canBend(a, b) && canBend(b, a) && sight.isOpen(a.x, a.y, b.x, b.y);
	const pairs: [number, number][] = [];
	if (points.length <= MAX_POINTS) {
		for (let i = 0; i < points.length; i++)
			for (let j = i + 1; j < points.length; j++)
				if (isJoined(points[i], points[j])) pairs.push([i, j]);
		return pairs;
	}

	const tree = new Flatbush(points.length);
	for (const { x, y } of points) tree.add(x, y, x, y);
	tree.finish();
	const known = new Set<number>();
	points.forEach((point, i) => {
		const nearest = tree.neighbors(point.x, point.y, LOOKED_AT + 1).filter((j) => j !== i);
		const seen = nearest.filter((j) => isJoined(point, points[j])).slice(0, JOINED);
		for (const j of seen) known.add(Math.min(i, j) * points.length + Math.max(i, j));
	});
	for (const key of [...known].sort((a, b) => a - b))
		pairs.push([Math.floor(key / points.length), key % points.length]);
	return pairs;
}

/** Neighbours on the ring: its side joins them already. */
function isBeside(a: SquarePoint, b: SquarePoint): boolean {
	return [a.before, a.after].some(([x, y]) => x === b.x && y === b.y);
}

/** Does the line from `from` touch the corner without running into it, so that it can go on around it? */
function canBend(corner: SquarePoint, from: SquarePoint): boolean {
	if (corner.isEntrance) return true;
	const { before, after, x, y } = corner;
	const beforeLeft = leftM(from.x, from.y, x, y, before[0], before[1]);
	const afterLeft = leftM(from.x, from.y, x, y, after[0], after[1]);
	return beforeLeft * afterLeft >= 0;
}
