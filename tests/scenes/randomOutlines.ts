// Random cells that fit, from rectangles to Voronoi cells: with holes, exclaves, needles, and corners that only one of
// two neighbours has, rounded to the centimetre beside the other's line.
import fc from "fast-check";
import type { PlaneCell } from "./planeOutlines.ts";
import { leftOf, type PlaneRing, type Point, rounded, voronoiCells } from "./voronoiCells.ts";

export const WIDTH_CM = 60_000;
export const HEIGHT_CM = 40_000;

export interface RandomOutlines {
	readonly seeds: readonly Point[];
	/** Which cells are cut by two lines so far apart, and which way the lines run. */
	readonly needles: readonly {
		readonly of: number;
		readonly wayDeg: number;
		readonly widthCm: number;
	}[];
	/** Which cells have another in their middle, as a hole. */
	readonly islands: readonly number[];
	/** Names of the pieces, in turn; few names make exclaves and cells of several polygons. */
	readonly names: readonly number[];
	/** Corners put into one side of a border: which piece, which segment, and where along it. */
	readonly corners: readonly {
		readonly of: number;
		readonly segment: number;
		readonly share: number;
	}[];
}

const spot = fc.tuple(
	fc.integer({ min: 0, max: WIDTH_CM }),
	fc.integer({ min: 0, max: HEIGHT_CM }),
);
/** Seeds on a lattice have rectangles as cells. */
const latticeSpot = fc
	.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
	.map(([x, y]): Point => [5_000 + x * 10_000, 5_000 + y * 10_000]);
const index = fc.nat({ max: 1_000 });

export const randomOutlines: fc.Arbitrary<RandomOutlines> = fc.record({
	seeds: fc.oneof(
		fc.array(spot, { minLength: 1, maxLength: 14 }),
		fc.array(latticeSpot, { minLength: 1, maxLength: 14 }),
	),
	needles: fc.array(
		fc.record({
			of: index,
			wayDeg: fc.integer({ min: 0, max: 179 }),
			widthCm: fc.integer({ min: 3, max: 400 }),
		}),
		{ maxLength: 3 },
	),
	islands: fc.array(index, { maxLength: 3 }),
	names: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 }),
	corners: fc.array(
		fc.record({
			of: index,
			segment: index,
			share: fc.integer({ min: 1, max: 99 }).map((pct) => pct / 100),
		}),
		{ maxLength: 6 },
	),
});

/** The cells of a random drawing, sorted by code; together they fill the box. */
export function drawnCells({
	seeds,
	needles,
	islands,
	names,
	corners,
}: RandomOutlines): PlaneCell[] {
	let pieces: PlaneRing[][] = voronoiCells(seeds, WIDTH_CM, HEIGHT_CM)
		.filter((ring) => ring.length > 0)
		.map((ring) => [ring]);
	for (const { of, wayDeg, widthCm } of needles)
		pieces = replaced(pieces, of, ([ring, ...holes]) =>
			holes.length > 0 ? [[ring, ...holes]] : cutTwice(ring, wayDeg, widthCm).map((part) => [part]),
		);
	for (const of of islands)
		pieces = replaced(pieces, of, ([ring, ...holes]) => {
			const inner = halved(ring);
			return holes.length > 0 || inner.length === 0
				? [[ring, ...holes]]
				: [[ring, [...inner].reverse()], [inner]];
		});
	for (const { of, segment, share } of corners)
		pieces = replaced(pieces, of, ([ring, ...holes]) => [
			[withCorner(ring, segment, share), ...holes],
		]);
	const byCode = new Map<string, PlaneRing[][]>();
	pieces.forEach((piece, i) => {
		const code = `C${names[i % names.length]}${i < 10 ? "" : Math.floor(i / 10)}`;
		byCode.set(code, [...(byCode.get(code) ?? []), piece]);
	});
	return [...byCode]
		.map(([code, polygons]) => ({ code, polygons }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function replaced(
	pieces: readonly PlaneRing[][],
	of: number,
	by: (piece: PlaneRing[]) => PlaneRing[][],
): PlaneRing[][] {
	const at = of % pieces.length;
	return [...pieces.slice(0, at), ...by(pieces[at]), ...pieces.slice(at + 1)];
}

/** A convex ring in three: the middle one lies between two parallels through its middle. */
function cutTwice(ring: PlaneRing, wayDeg: number, widthCm: number): PlaneRing[] {
	const [mx, my] = middleOf(ring);
	const way = (wayDeg * Math.PI) / 180;
	const [dx, dy] = [Math.cos(way) * 1e5, Math.sin(way) * 1e5];
	const [ox, oy] = [(-Math.sin(way) * widthCm) / 2, (Math.cos(way) * widthCm) / 2];
	const line = (sign: number): [Point, Point] => [
		[mx + sign * ox - dx, my + sign * oy - dy],
		[mx + sign * ox + dx, my + sign * oy + dy],
	];
	const [[a, b], [c, d]] = [line(1), line(-1)];
	return [leftOf(ring, a, b), leftOf(leftOf(ring, b, a), c, d), leftOf(ring, d, c)]
		.map(rounded)
		.filter((part) => part.length > 0);
}

/** Half as large, about its middle. */
function halved(ring: PlaneRing): PlaneRing {
	const [mx, my] = middleOf(ring);
	return rounded(ring.map(([x, y]) => [(x + mx) / 2, (y + my) / 2]));
}

function middleOf(ring: PlaneRing): Point {
	const sum = ring.reduce(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
	return [sum[0] / ring.length, sum[1] / ring.length];
}

function withCorner(ring: PlaneRing, segment: number, share: number): PlaneRing {
	const at = segment % ring.length;
	const [from, to] = [ring[at], ring[(at + 1) % ring.length]];
	const corner: Point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
	return rounded([...ring.slice(0, at + 1), corner, ...ring.slice(at + 1)]);
}
