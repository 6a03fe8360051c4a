import { describe, expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { edgeLine, edgeTails } from "../../../planning/streets/edgeLine.ts";
import { EDGE_FLAG, NO_EDGE } from "../../../planning/streets/StreetGraph.ts";
import { desertGrid, streetScene } from "../../scenes/streetScene.ts";

describe("a compiled street graph", () => {
	const { graph, report } = compileStreets(desertGrid({ columns: 5, rows: 4, blockM: 120 }));
	const tails = edgeTails(graph);

	test("has a node per junction and an edge per block side", () => {
		expect(report).toMatchObject({
			nodes: 20 - 4, // the corners are bends
			edges: 5 * 3 + 4 * 4 - 4,
			components: 1,
			largestSharePct: 100,
		});
		expect(graph.edgeHead.length).toBe(2 * report.edges);
	});

	test("keeps both directions of a street as each other's reverse, equally long", () => {
		for (let edge = 0; edge < graph.edgeHead.length; edge++) {
			const reverse = graph.edgeReverse[edge];
			expect(graph.edgeReverse[reverse]).toBe(edge);
			expect(graph.edgeHead[reverse]).toBe(tails[edge]);
			expect(graph.edgeLengthDm[reverse]).toBe(graph.edgeLengthDm[edge]);
			const isAroundCorner =
				graph.edgeFirstShape[Math.min(edge, reverse)] !==
				graph.edgeFirstShape[Math.min(edge, reverse) + 1];
			expect(graph.edgeLengthDm[edge]).toBe(isAroundCorner ? 2_400 : 1_200);
		}
	});

	test("numbers neighbours near each other: most arcs join nodes a few numbers apart", () => {
		const { graph: large } = compileStreets(desertGrid({ columns: 32, rows: 32, blockM: 100 }));
		const apart = [...large.edgeHead]
			.map((head, edge) => Math.abs(head - edgeTails(large)[edge]))
			.sort((a, b) => a - b);
		expect(apart[apart.length >> 1]).toBeLessThan(8);
	});

	test("folds bends into shape points, once, in the arc's own direction", () => {
		const bent = compileStreets(
			streetScene({ a: [0, 0], m: [50, 50], n: [100, 50], b: [150, 0] }).way("a m n b"),
		).graph;
		expect(bent.edgeHead.length).toBe(2);
		expect([...bent.edgeFirstShape]).toEqual([0, 2, 2]);
		const line = edgeLine(bent, 0, edgeTails(bent)[0]);
		expect(line.length).toBe(8);
		expect([line[0], line[1]]).toEqual([
			...bent.nodeLonLat.slice(2 * edgeTails(bent)[0], 2 * edgeTails(bent)[0] + 2),
		]);
	});

	test("drops what may not be walked and says why", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [200, 0] })
			.way("a b", { highway: "motorway" })
			.way("b c", { highway: "residential", foot: "no" })
			.way("a c");
		const { report: counts } = compileStreets(scene);
		expect(counts.edges).toBe(1);
		expect(counts.dropped).toEqual({ "not-walkable": 2 });
	});

	test("a layer without a walkable way gives an empty graph, not an error", () => {
		const empty = compileStreets(
			streetScene({ a: [0, 0], b: [9, 0] }).way("a b", { highway: "motorway" }),
		);
		expect(empty.report).toMatchObject({ nodes: 0, edges: 0, components: 0, largestSharePct: 0 });
	});

	const DRIVE = { highway: "service", access: "private" };

	test("a private drive leads nowhere else, so it is there once and can be walked both ways", () => {
		const { graph: yard } = compileStreets(
			streetScene({ a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 50], e: [100, 50] })
				.way("a b")
				.way("b c d", DRIVE)
				.way("d e", DRIVE),
		);
		expect(yard.privateTwins).toHaveLength(0);
		expect(yard.edgeReverse).not.toContain(NO_EDGE);
	});

	test("a compound whose second gate is shut is a drive", () => {
		const compound = streetScene({ a: [0, 0], b: [100, 0], c: [200, 0] })
			.way("a b")
			.way("b c", DRIVE)
			.way("c a")
			.mark("c", { barrier: "gate", access: "no" });
		expect(compileStreets(compound).graph.privateTwins).toHaveLength(0);
	});

	test("a private way from street to street is there twice: to start from and to end at", () => {
		const { graph: gated } = compileStreets(
			streetScene({ a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 90] })
				.way("d a b")
				.way("b c", DRIVE)
				.way("c d", DRIVE),
		);
		const [start, end] = gated.privateTwins;
		expect(gated.edgeFlags[start] & EDGE_FLAG.privateStart).not.toBe(0);
		expect(gated.edgeFlags[end] & EDGE_FLAG.privateEnd).not.toBe(0);
		const links = [...gated.edgeFlags.keys()].filter(
			(edge) => gated.edgeFlags[edge] & EDGE_FLAG.link,
		);
		expect(links.map((edge) => [gated.edgeLengthDm[edge], gated.edgeReverse[edge]])).toEqual(
			Array(4).fill([0, NO_EDGE]), // in and out at either junction
		);
	});
});
