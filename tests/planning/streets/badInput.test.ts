import { describe, expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { desertGrid, streetScene } from "../../scenes/streetScene.ts";
import { walk } from "../../scenes/walk.ts";

describe("streets that are not quite streets", () => {
	test("no walkable way at all: an empty graph that reaches nobody", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0] }).way("a b", { highway: "motorway" });
		expect(compileStreets(scene).report).toMatchObject({
			nodes: 0,
			edges: 0,
			components: 0,
			islands: [],
			largestSharePct: 0,
			dropped: { "not-walkable": 1 },
		});
		expect([...walk(scene, { homes: [[0, 0]], doors: [[10, 0]] }).facility]).toEqual([-1]);
	});

	test("a street longer than an edge can be is left out and counted, the others stay", () => {
		// twelve times around the Earth, every turn at a node of its own
		const scene = streetScene({ a: [0, 0], b: [100, 0] }).way("a b");
		const turns: number[] = [];
		for (let turn = 0; turn < 24; turn++) {
			const id = 1_000 + turn;
			scene.lonOf.set(id, turn % 2 === 0 ? -180 : 180);
			scene.latOf.set(id, 0);
			turns.push(id);
		}
		scene.ways.push({ id: 9, tags: { highway: "path" }, nodeIds: turns });
		const { report, graph } = compileStreets(scene);
		expect(report).toMatchObject({ edges: 1, dropped: { "too-long": 1 } });
		expect([...graph.edgeLengthDm]).toEqual([1_000, 1_000]);
	});

	test("streets that only together are too long stay two edges", () => {
		const scene = streetScene({ a: [0, 0] });
		const turns = Array.from({ length: 16 }, (_, turn) => 1_000 + turn);
		turns.forEach((id, turn) => {
			scene.lonOf.set(id, turn % 2 === 0 ? -180 : 180);
			scene.latOf.set(id, 0);
		});
		// 7 and 8 times 40,075 km fit; 15 times do not
		scene.ways.push({ id: 1, tags: { highway: "path" }, nodeIds: turns.slice(0, 8) });
		scene.ways.push({ id: 2, tags: { highway: "path" }, nodeIds: turns.slice(7) });
		const { graph, report } = compileStreets(scene);
		expect(report).toMatchObject({ nodes: 3, edges: 2, dropped: {} });
		const lengths = [...new Set(graph.edgeLengthDm)].sort((a, b) => a - b);
		expect(lengths.map((dm) => Math.round(dm / 400_750_167))).toEqual([7, 8]);
	});

	test("two nodes at one place are joined by an edge of no length, and walks go through it", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [100, 0], d: [200, 0], x: [100, 90] })
			.way("a b")
			.way("b c", { highway: "steps" })
			.way("c d")
			.way("x c");
		const { graph } = compileStreets(scene);
		expect([...graph.edgeLengthDm].filter((dm) => dm === 0)).toHaveLength(2);
		expect([...walk(scene, { homes: [[0, 0]], doors: [[200, 0]] }).costDm]).toEqual([2_000]);
	});

	test("a way that repeats a node, or is nothing but one node, loses no walk", () => {
		const scene = streetScene({ a: [0, 0], b: [100, 0], c: [200, 0] })
			.way("a b b b c")
			.way("b b");
		const { report } = compileStreets(scene);
		expect(report.dropped).toEqual({ "no-length": 3 });
		expect([...walk(scene, { homes: [[0, 0]], doors: [[200, 0]] }).costDm]).toEqual([2_000]);
	});

	test("a cul-de-sac with a turning loop: people on the loop walk the shorter way round", () => {
		const loop = streetScene({ a: [0, 0], b: [100, 0], c: [200, 50], d: [200, -50] })
			.way("a b")
			.way("b c d b");
		const { graph, report } = compileStreets(loop);
		expect(report).toMatchObject({ nodes: 2, edges: 2 });
		const halfM = Math.hypot(100, 50) + 40;
		const { costDm } = walk(loop, {
			homes: [
				[200, 10],
				[200, -10],
			],
			doors: [[0, 0]],
		});
		for (const dm of costDm) expect(Math.abs(dm - 10 * (100 + halfM))).toBeLessThanOrEqual(2);
		expect(graph.edgeHead).toHaveLength(4);
	});

	test("a node without a position is a bug of the reader, not of the file", () => {
		const scene = streetScene({ a: [0, 0], b: [1, 0] });
		scene.ways.push({ id: 1, tags: { highway: "path" }, nodeIds: [1, 77] });
		expect(() => compileStreets(scene)).toThrow("Node 77 has no position.");
	});
});

describe("islands", () => {
	test("are told with junctions, length, place and way, largest first", () => {
		const scene = desertGrid({ columns: 4, rows: 4, blockM: 100 });
		const before = scene.ways.length;
		const far = streetScene({
			a: [2_000, 0],
			b: [2_100, 0],
			c: [2_100, 50],
			p: [3_000, 0],
			q: [3_030, 0],
		})
			.way("a b")
			.way("b c", { highway: "steps" })
			.way("p q");
		for (const { id, tags, nodeIds } of far.ways)
			scene.ways.push({ id: 100 + id, tags, nodeIds: nodeIds.map((node) => 1_000 + node) });
		for (const [id, lon] of far.lonOf) {
			scene.lonOf.set(1_000 + id, lon);
			scene.latOf.set(1_000 + id, far.latOf.get(id) as number);
		}
		expect(before).toBe(8);
		const { report } = compileStreets(scene);
		expect(report.components).toBe(3);
		expect(report.largestSharePct).toBe(70.59); // 12 of 17
		expect(report.islands).toEqual([
			expect.objectContaining({ nodes: 3, lengthM: 150, wayId: 101 }),
			expect.objectContaining({ nodes: 2, lengthM: 30, wayId: 103 }),
		]);
		const [{ lon, lat }] = report.islands;
		const ends = [1, 3].map((id) => [far.lonOf.get(id), far.latOf.get(id)]);
		expect([...ends, [far.lonOf.get(2), far.latOf.get(2)]]).toContainEqual([lon, lat]);
	});

	test("a walled compound with two gates is one part of the network, though it is built twice", () => {
		const tags = { highway: "service", access: "private" };
		const scene = streetScene({ a: [0, 0], b: [100, 0], m: [50, 50] })
			.way("a b")
			.way("a m b", tags);
		expect(compileStreets(scene).report).toMatchObject({ components: 1, islands: [] });
	});
});
