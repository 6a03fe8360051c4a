import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { edgeLine, edgeTails } from "../../../planning/streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE, type StreetGraph } from "../../../planning/streets/StreetGraph.ts";
import type { WaySet } from "../../../planning/streets/Way.ts";
import { at, desertGrid, streetScene } from "../../scenes/streetScene.ts";
import { walk } from "../../scenes/walk.ts";

/** Edges once each: length in dm, way, whether two-way. */
function edgesOf({ edgeLengthDm, edgeWay, edgeReverse }: StreetGraph) {
	return [...edgeReverse.keys()]
		.filter((edge) => edge < edgeReverse[edge])
		.map((edge) => [edgeLengthDm[edge], edgeWay[edge], edgeReverse[edge] !== NO_EDGE]);
}

describe("a place where nothing branches off is a bend", () => {
	test("two ways end to end are one edge, named after the longer stretch", () => {
		const { graph } = compileStreets(
			streetScene({ a: [0, 0], b: [100, 0], c: [300, 0] })
				.way("a b")
				.way("c b"),
		);
		expect(edgesOf(graph)).toEqual([[3_000, 2, true]]);
		const standing = 0;
		const line = edgeLine(graph, standing, edgeTails(graph)[standing]);
		const eastM = [0, 2, 4].map((i) => line[i]);
		expect(eastM).toEqual([...eastM].sort((a, b) => a - b));
		expect(line.slice(2, 4)).toEqual([...at(100, 0)]);
	});

	test("of equally long stretches the smaller way id names the edge", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [200, 0] })
			.way("b c")
			.way("a b");
		expect(edgesOf(compileStreets(scene).graph).map(([, way]) => way)).toEqual([1]);
	});

	test("lengths are summed before they are rounded, once for the edge", () => {
		const { graph } = compileStreets(
			streetScene({ a: [0, 0], b: [0.04, 0], c: [0.08, 0], d: [0.12, 0] })
				.way("a b")
				.way("b c")
				.way("c d"),
		);
		// three stretches of 0.4 dm would each round to nothing
		expect(edgesOf(graph).map(([dm]) => dm)).toEqual([1]);
	});

	test("shape points of ways drawn against each other follow each other", () => {
		const { graph } = compileStreets(
			streetScene({ a: [0, 0], b: [10, 5], c: [20, 0], d: [30, 5], e: [40, 0] })
				.way("c b a")
				.way("c d e"),
		);
		const line = edgeLine(graph, 0, edgeTails(graph)[0]);
		const lons = line.filter((_, i) => i % 2 === 0);
		expect(lons).toHaveLength(5);
		const sorted = [...lons].sort((a, b) => a - b);
		expect([sorted, sorted.toReversed()]).toContainEqual(lons);
	});

	test.each([
		["steps", { highway: "steps" }, {}],
		["a bridge", { highway: "residential", bridge: "yes" }, {}],
		["a way against the walking direction", { highway: "residential", "oneway:foot": "yes" }, {}],
		["a shut gate", { highway: "residential" }, { barrier: "gate", access: "no" }],
	])("%s is not folded with the street before it", (_, tags, nodeTags) => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [200, 0] })
			.way("a b")
			.way("b c", tags)
			.mark("b", nodeTags);
		expect(edgesOf(compileStreets(scene).graph).map(([dm]) => dm)).toEqual([1_000, 1_000]);
	});

	test("one-way paths in the same direction are one, in opposite directions two", () => {
		const oneWay = { highway: "footway", "oneway:foot": "yes" };
		const places = { a: [0, 0], b: [100, 0], c: [200, 0] } as const;
		const on = streetScene(places).way("a b", oneWay).way("b c", oneWay);
		expect(edgesOf(compileStreets(on).graph)).toEqual([[2_000, 1, false]]);
		const against = streetScene(places).way("a b", oneWay).way("c b", oneWay);
		expect(edgesOf(compileStreets(against).graph)).toHaveLength(2);
		const turned = streetScene(places)
			.way("a b", oneWay)
			.way("c b", { highway: "footway", "oneway:foot": "-1" });
		expect(edgesOf(compileStreets(turned).graph)).toEqual([[2_000, 1, false]]);
	});

	test("a ring that nothing joins keeps the node with the smallest id", () => {
		const ring = streetScene({ a: [0, 0], b: [100, 0], c: [100, 100], d: [0, 100] })
			.way("c d a")
			.way("a b c");
		const { graph, report } = compileStreets(ring);
		expect(report).toMatchObject({ nodes: 1, edges: 1, components: 1 });
		expect([...graph.nodeLonLat]).toEqual([...at(0, 0)]);
		expect([...graph.edgeHead]).toEqual([0, 0]);
		expect(edgesOf(graph)).toEqual([[4_000, 1, true]]);
	});

	test("a ring on a stalk is a loop at the stalk, and both ways round it are walked", () => {
		const ring = { a: [0, 0], b: [100, 0], c: [200, 100], d: [200, -100] } as const;
		const scene = () => streetScene(ring).way("a b").way("b c d").way("d b");
		const { graph, report } = compileStreets(scene());
		expect(report).toMatchObject({ nodes: 2, edges: 2 });
		expect(graph.edgeHead.filter((head, edge) => head === edgeTails(graph)[edge])).toHaveLength(2);
		const times = walk(scene(), {
			homes: [
				[190, 90],
				[190, -90],
			],
			doors: [[100, 0]],
		});
		const legM = Math.hypot(90, 90);
		for (const dm of times.costDm) expect(dm).toBeCloseTo(legM * 10, -1);
	});

	test("parallel streets between two junctions all stay", () => {
		const scene = streetScene({
			x: [-50, 0],
			a: [0, 0],
			m: [50, 40],
			n: [50, -40],
			b: [100, 0],
			y: [150, 0],
		})
			.way("x a")
			.way("b y")
			.way("a m")
			.way("m b")
			.way("a n b")
			.way("a b");
		expect(compileStreets(scene).report).toMatchObject({ nodes: 4, edges: 5 });
	});

	test("the copies of a private way are folded alike", () => {
		const tags = { highway: "service", access: "private" };
		const { graph } = compileStreets(
			streetScene({ a: [0, 0], b: [100, 0], m: [40, 0], n: [60, 30], x: [0, 50], y: [100, 50] })
				.way("x a")
				.way("y b")
				.way("a m", tags)
				.way("m n", tags)
				.way("n b", tags),
		);
		const { privateTwins, edgeLengthDm, edgeFlags } = graph;
		expect(privateTwins).toHaveLength(2);
		const [start, end] = privateTwins;
		expect(edgeLengthDm[start]).toBe(edgeLengthDm[end]);
		expect(edgeFlags[start] & EDGE_FLAG.privateStart).not.toBe(0);
		const tails = edgeTails(graph);
		expect(edgeLine(graph, start, tails[start])).toEqual(edgeLine(graph, end, tails[end]));
	});
});

test("folding loses no street and changes no walk between the junctions that stay", () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(BLOCK_SIDES.length - 1), { minLength: 1 }), (sides) => {
			const scene = streetsAlong(sides);
			const { graph } = compileStreets(scene);
			const place = (id: number) => [scene.lonOf.get(id), scene.latOf.get(id)].join(" ");
			const drawn = scene.ways.map(({ nodeIds: [a, b] }) => {
				const lengthM = distanceM(positionOf(scene, a), positionOf(scene, b));
				return { from: place(a), to: place(b), lengthM };
			});
			const tails = edgeTails(graph);
			const node = (n: number) => graph.nodeLonLat.slice(2 * n, 2 * n + 2).join(" ");
			const compiled = [...tails.keys()]
				.filter((edge) => edge < graph.edgeReverse[edge])
				.map((edge) => ({
					from: node(tails[edge]),
					to: node(graph.edgeHead[edge]),
					lengthM: graph.edgeLengthDm[edge] / 10,
				}));
			const sum = (edges: typeof drawn) => edges.reduce((all, { lengthM }) => all + lengthM, 0);
			// every edge is rounded by half a decimetre at most
			const slackM = 0.05 * sides.length + 1e-6;
			expect(Math.abs(sum(compiled) - sum(drawn))).toBeLessThanOrEqual(slackM);
			const [whole, folded] = [walksBetween(drawn), walksBetween(compiled)];
			for (const [pair, lengthM] of folded)
				expect(Math.abs(lengthM - (whole.get(pair) as number))).toBeLessThanOrEqual(slackM);
			// no place that stays is a bend, but the one that holds a ring
			for (let n = 0; n + 1 < graph.firstEdge.length; n++) {
				const arcs = [...graph.edgeHead.slice(graph.firstEdge[n], graph.firstEdge[n + 1])];
				if (arcs.length === 2) expect(arcs).toEqual([n, n]);
			}
		}),
		{ numRuns: 200 },
	);
});

/** Shortest walks between all places, by R. Floyd's method; absent where there is none. */
function walksBetween(
	edges: readonly { from: string; to: string; lengthM: number }[],
): Map<string, number> {
	const walks = new Map<string, number>();
	const places = new Set(edges.flatMap(({ from, to }) => [from, to]));
	const lower = (from: string, to: string, lengthM: number) => {
		if (lengthM < (walks.get(`${from} ${to}`) ?? Infinity)) walks.set(`${from} ${to}`, lengthM);
	};
	for (const one of places) lower(one, one, 0);
	for (const { from, to, lengthM } of edges) {
		lower(from, to, lengthM);
		lower(to, from, lengthM);
	}
	const walkM = (from: string, to: string) => walks.get(`${from} ${to}`) ?? Infinity;
	for (const by of places)
		for (const from of places)
			if (walkM(from, by) < Infinity)
				for (const to of places) lower(from, to, walkM(from, by) + walkM(by, to));
	return walks;
}

function positionOf({ lonOf, latOf }: WaySet, id: number): LonLat {
	return [lonOf.get(id) as number, latOf.get(id) as number];
}

/** The sides of the blocks of a grid of 5 × 5 junctions, and half of their diagonals. */
const BLOCK_SIDES = Array.from({ length: 25 }, (_, i) => [i % 5, Math.floor(i / 5)]).flatMap(
	([column, row]) =>
		[
			[column + 1, row],
			[column, row + 1],
			[column + 1, row + 1],
		]
			.filter(([toColumn, toRow]) => toColumn < 5 && toRow < 5)
			.map(([toColumn, toRow]) => `${column},${row} ${toColumn},${toRow}`),
);

function streetsAlong(sides: readonly number[]) {
	const scene = desertGrid({ columns: 5, rows: 5, blockM: 110 });
	scene.ways.length = 0;
	for (const side of sides) scene.way(BLOCK_SIDES[side]);
	return scene;
}
