import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compactnessOf, unitHulls } from "../../../planning/partition/compactness.ts";
import { convexHull, twiceAreaOfPointsCm2 } from "../../../planning/partition/convexHull.ts";
import { enclosingCircle } from "../../../planning/partition/enclosingCircle.ts";
import { unitFigures } from "../../../planning/partition/unitFigures.ts";
import { assignmentOf, drawnTiling } from "../../scenes/tilingScene.ts";

const few = fc.integer({ min: -6, max: 6 });
const many = fc.integer({ min: -29_999_999, max: 29_999_999 });
const pointLists = fc.oneof(
	fc.array(fc.tuple(few, few), { minLength: 1, maxLength: 30 }),
	fc.array(fc.tuple(many, many), { minLength: 1, maxLength: 30 }),
);
type Point = [number, number];
const pairsOf = (flat: readonly number[]): Point[] =>
	flat.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, flat[i + 1]]] : []));
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
	(bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

test("a hull turns left at every corner, its corners are points, and no point lies outside", () => {
	fc.assert(
		fc.property(pointLists, (points) => {
			const hull = pairsOf(convexHull(points.flat()));
			const given = new Set(points.map(String));
			hull.forEach((corner, i) => {
				expect(given.has(String(corner))).toBe(true);
				const [next, after] = [hull[(i + 1) % hull.length], hull[(i + 2) % hull.length]];
				if (hull.length > 2) expect(turn(corner, next, after)).toBeGreaterThan(0);
				if (hull.length > 2)
					for (const point of points) expect(turn(corner, next, point)).toBeGreaterThanOrEqual(0);
			});
			if (hull.length < 3)
				for (const point of points)
					expect(turn(hull[0], hull[hull.length - 1], point as Point)).toBe(0);
		}),
	);
});

test("the circle holds all points, and no smaller one through two or three of them does", () => {
	fc.assert(
		fc.property(pointLists, (points) => {
			const { xCm, yCm, radiusCm } = enclosingCircle(points.flat());
			const far = (x: number, y: number) =>
				Math.max(...points.map(([px, py]) => Math.hypot(px - x, py - y)));
			expect(far(xCm, yCm)).toBeLessThanOrEqual(radiusCm * (1 + 1e-9));
			for (const [i, a] of points.entries())
				for (const [j, b] of points.slice(0, i).entries()) {
					const middle = far((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
					expect(middle).toBeGreaterThanOrEqual(radiusCm * (1 - 1e-9) - 1e-6);
					for (const c of points.slice(0, j)) {
						const twice = 2 * turn(a, b, c);
						if (twice === 0) continue;
						const [u, v] = [
							(b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2,
							(c[0] - a[0]) ** 2 + (c[1] - a[1]) ** 2,
						];
						const x = a[0] + ((c[1] - a[1]) * u - (b[1] - a[1]) * v) / twice;
						const y = a[1] + ((b[0] - a[0]) * v - (c[0] - a[0]) * u) / twice;
						expect(far(x, y)).toBeGreaterThanOrEqual(radiusCm * (1 - 1e-6));
					}
				}
		}),
		{ numRuns: 60 },
	);
});

describe("compactness by mental arithmetic", () => {
	const of = (rows: readonly string[], cells: string) => {
		const tiling = drawnTiling(rows);
		const assignment = assignmentOf(tiling, { S: cells, T: "" });
		const figures = unitFigures(tiling, assignment, { residents: [], households: [] });
		return compactnessOf(figures, unitHulls(tiling, assignment));
	};

	test("a square: π/4 by perimeter, 2/π by circle, 1 by hull", () => {
		const { polsbyPopper, reock, hullShare } = of(["A"], "A");
		expect(polsbyPopper[0]).toBeCloseTo(Math.PI / 4, 12);
		expect(reock[0]).toBeCloseTo(2 / Math.PI, 12);
		expect(hullShare[0]).toBe(1);
	});

	test("an L of three squares fills 6/7 of its hull", () => {
		expect(of(["A B", "A A"], "A").hullShare[0]).toBeCloseTo(6 / 7, 12);
	});

	test("two squares apart share one hull and one circle", () => {
		const { hullShare, reock } = of(["A B A"], "A");
		expect(hullShare[0]).toBeCloseTo(2 / 3, 12);
		expect(reock[0]).toBeCloseTo(2 / (Math.PI * (1.5 ** 2 + 0.5 ** 2)), 12);
	});

	test("a unit without cells has no compactness", () => {
		const { polsbyPopper, reock, hullShare } = of(["A"], "A");
		expect([polsbyPopper[1], reock[1], hullShare[1]]).toEqual([NaN, NaN, NaN]);
	});
});

test("twice the area of points is that of the ring they make", () => {
	expect(twiceAreaOfPointsCm2([0, 0, 4, 0, 4, 3, 0, 3])).toBe(24);
});
