// Cells between points (G. Voronoi, 1908) in a box, by cutting the box with one bisector after another. On whole
// centimetres, each cell rounded by itself, as if neighbours had been drawn apart.

export type Point = readonly [xCm: number, yCm: number];
/** Corners in order, counterclockwise, not closed. */
export type PlaneRing = readonly Point[];

/** The cell of each seed; seeds on one place share it and the later ones get none. */
export function voronoiCells(
	seeds: readonly Point[],
	widthCm: number,
	heightCm: number,
): PlaneRing[] {
	const box: PlaneRing = [
		[0, 0],
		[widthCm, 0],
		[widthCm, heightCm],
		[0, heightCm],
	];
	return seeds.map((seed, index) =>
		rounded(
			seeds.reduce<PlaneRing>((ring, other, at) => {
				if (at === index) return ring;
				if (other[0] === seed[0] && other[1] === seed[1]) return at < index ? [] : ring;
				return nearerTo(ring, seed, other);
			}, box),
		),
	);
}

/** The part of a convex ring left of a line through two points. */
export function leftOf(ring: PlaneRing, [ax, ay]: Point, [bx, by]: Point): PlaneRing {
	return cut(ring, ([x, y]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function nearerTo(ring: PlaneRing, [sx, sy]: Point, [ox, oy]: Point): PlaneRing {
	const [mx, my] = [(sx + ox) / 2, (sy + oy) / 2];
	return cut(ring, ([x, y]) => (x - mx) * (sx - ox) + (y - my) * (sy - oy));
}

/** Where a linear measure is not negative (I. E. Sutherland and G. W. Hodgman, 1974). */
function cut(ring: PlaneRing, measure: (point: Point) => number): PlaneRing {
	return ring.flatMap((from, i) => {
		const to = ring[(i + 1) % ring.length];
		const [a, b] = [measure(from), measure(to)];
		const kept = a >= 0 ? [from] : [];
		if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
			const share = a / (a - b);
			kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
		}
		return kept;
	});
}

/** Whole centimetres, without corners that fall together; empty when nothing is left. */
export function rounded(ring: PlaneRing): PlaneRing {
	const whole = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
	const kept = whole.filter(([x, y], i) => {
		const [px, py] = whole[(i + whole.length - 1) % whole.length];
		return x !== px || y !== py;
	});
	return kept.length > 2 ? kept : [];
}
