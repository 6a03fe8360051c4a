import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { Sight } from "../../../planning/streets/sight.ts";
import { crossingsOf, type SquarePoint } from "../../../planning/streets/squareCrossings.ts";
import type { WaySet } from "../../../planning/streets/Way.ts";
import { streetScene } from "../../scenes/streetScene.ts";
import { type PlaceM, walk } from "../../scenes/walk.ts";

const SQUARE = { highway: "pedestrian", area: "yes" };
/** A walk between two places, in metres. */
const walkM = (scene: WaySet, from: PlaceM, to: PlaceM) =>
	walk(scene, { homes: [from], doors: [to] }).costDm[0] / 10;

describe("a pedestrian area is crossed, not walked around", () => {
	/** A square of 100 m with a street leading away from two opposite corners. */
	const square = (tags: Record<string, string>) =>
		streetScene({
			a: [0, 0],
			b: [100, 0],
			c: [100, 100],
			d: [0, 100],
			west: [-200, 0],
			east: [300, 100],
		})
			.way("a b c d a", tags)
			.way("west a")
			.way("c east");

	test("between two corners the walk is the diagonal", () => {
		expect(walkM(square(SQUARE), [-100, 0], [200, 100])).toBeCloseTo(200 + Math.hypot(100, 100), 0);
	});

	test("a ring without area=yes is a path around", () => {
		expect(walkM(square({ highway: "pedestrian" }), [-100, 0], [200, 100])).toBeCloseTo(400, 0);
		expect(
			walkM(square({ highway: "pedestrian", place: "square" }), [-100, 0], [200, 100]),
		).toBeCloseTo(200 + Math.hypot(100, 100), 0);
	});

	test("people in the middle of it are as near as they stand, and its edge is still walked", () => {
		expect(walkM(square(SQUARE), [50, 50], [-100, 0])).toBeCloseTo(100 + Math.hypot(50, 50), 0);
		expect(walkM(square(SQUARE), [100, 0], [-100, 0])).toBeCloseTo(200, 0);
	});

	test("an L-shaped square is walked around its inner corner only", () => {
		const scene = streetScene({
			a: [0, 0],
			b: [100, 0],
			c: [100, 40],
			d: [40, 40],
			e: [40, 100],
			f: [0, 100],
			south: [100, -100],
			north: [0, 200],
		})
			.way("a b c d e f a", SQUARE)
			.way("south b")
			.way("f north");
		expect(walkM(scene, [100, -50], [0, 150])).toBeCloseTo(
			100 + Math.hypot(60, 40) + Math.hypot(40, 60),
			0,
		);
	});

	test("a fountain in the middle is walked around, as closely as it can be", () => {
		const places = {
			a: [0, 0],
			b: [100, 0],
			c: [100, 100],
			d: [0, 100],
			p: [20, 20],
			q: [80, 20],
			r: [80, 80],
			s: [20, 80],
			west: [-200, 0],
			east: [300, 100],
		} as const;
		const scene = streetScene(places)
			.way("a b c", {})
			.way("c d a", {})
			.way("p q r s p", {})
			.way("west a")
			.way("c east");
		const members = [
			{ ref: 1, role: "outer" },
			{ ref: 2, role: "outer" },
			{ ref: 3, role: "inner" },
		];
		const relation = { id: 77, tags: { type: "multipolygon", highway: "pedestrian" }, members };
		const set = {
			ways: scene.ways,
			lonOf: scene.lonOf,
			latOf: scene.latOf,
			nodeTags: scene.nodeTags,
			relations: [relation],
		};
		expect(walkM(set, [-100, 0], [200, 100])).toBeCloseTo(200 + 2 * Math.hypot(80, 20), 0);
		// crossings carry the multipolygon's id, negative
		expect([...compileStreets(set).graph.edgeWay]).toContain(-77);
		// with no relation the untagged rings are nothing
		expect(compileStreets({ ...set, relations: [] }).report.edges).toBe(2);
	});

	test("an area with one way in gets no crossing", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [100, 100], d: [0, 100], w: [-50, 0] })
			.way("a b c d a", SQUARE)
			.way("w a");
		expect(compileStreets(scene).report.edges).toBe(2);
	});
});

/** Entrances evenly on a circle. */
function circle(count: number): SquarePoint[] {
	const xy = (i: number) => {
		const angle = (2 * Math.PI * i) / count;
		return [100 * Math.cos(angle), 100 * Math.sin(angle)] as const;
	};
	return Array.from({ length: count }, (_, i): SquarePoint => {
		const [x, y] = xy(i);
		const [before, after] = [xy((i + count - 1) % count), xy((i + 1) % count)];
		return { node: i, isEntrance: true, x, y, before, after };
	});
}

describe("how many crossings", () => {
	test("a round square with 12 entrances has every diagonal", () => {
		const points = circle(12);
		expect(crossingsOf([ringOf(points)], points)).toHaveLength((12 * 9) / 2);
	});

	test("beyond 60 entrances they grow with the entrances, not with their square", () => {
		for (const count of [61, 500, 4_000]) {
			const points = circle(count);
			const pairs = crossingsOf([ringOf(points)], points);
			expect(pairs.length).toBeGreaterThan(count);
			expect(pairs.length).toBeLessThanOrEqual(8 * count);
		}
	});
});

function ringOf(points: readonly SquarePoint[]): Float64Array {
	return Float64Array.from([...points, points[0]].flatMap(({ x, y }) => [x, y]));
}

describe("sight", () => {
	const outer = Float64Array.of(0, 0, 100, 0, 100, 100, 0, 100, 0, 0);
	const hole = Float64Array.of(40, 40, 60, 40, 60, 60, 40, 60, 40, 40);

	test("past a hole, through it, along its side, and touching its corner", () => {
		const sight = new Sight([outer, hole]);
		expect(sight.isOpen(0, 0, 100, 30)).toBe(true);
		expect(sight.isOpen(0, 0, 100, 100)).toBe(false);
		expect(sight.isOpen(40, 40, 60, 40)).toBe(false);
		expect(sight.isOpen(0, 80, 80, 0)).toBe(true);
		expect(sight.isOpen(0, 0, 100, 0)).toBe(false); // the ring is walked there
	});

	test("agrees with clipping the line against the hole", () => {
		const metre = fc.integer({ min: 0, max: 100 });
		const sight = new Sight([outer, hole]);
		fc.assert(
			fc.property(metre, metre, metre, metre, (ax, ay, bx, by) => {
				const line = [ax, ay, bx, by] as const;
				const isOnRim = (a: number, b: number) => a === b && (a === 0 || a === 100);
				if (isOnRim(ax, bx) || isOnRim(ay, by) || (ax === bx && ay === by)) return;
				// a hole a little smaller and a little larger: where they differ the line grazes it
				const isHit = passesBox(line, 40.01, 59.99);
				if (isHit === passesBox(line, 39.99, 60.01))
					expect(sight.isOpen(ax, ay, bx, by)).toBe(!isHit);
			}),
			{ numRuns: 3_000 },
		);
	});
});

/** Does the segment enter the box low … high in both directions? Liang and Barsky's clipping. */
function passesBox(
	[ax, ay, bx, by]: readonly [number, number, number, number],
	low: number,
	high: number,
): boolean {
	let [from, to] = [0, 1];
	for (const [start, step] of [
		[ax, bx - ax],
		[ay, by - ay],
	]) {
		if (step === 0) {
			if (start <= low || start >= high) return false;
			continue;
		}
		const [enter, leave] = [(low - start) / step, (high - start) / step].sort((a, b) => a - b);
		from = Math.max(from, enter);
		to = Math.min(to, leave);
	}
	return from < to;
}
