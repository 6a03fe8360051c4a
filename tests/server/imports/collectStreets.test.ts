import { expect, test } from "vitest";
import { collectStreets } from "../../../server/imports/osm/collectStreets.ts";
import type {
	OsmBlock,
	OsmNode,
	OsmRelation,
	OsmWay,
} from "../../../server/imports/osm/OsmBlock.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";
import { geodata, geodataTest } from "./geodata.ts";

const node = (id: number, tags: OsmNode["tags"] = null): OsmNode => ({
	id,
	lon: id / 100,
	lat: 31,
	tags,
});
const way = (
	id: number,
	refs: number[],
	tags: OsmWay["tags"] = { highway: "footway" },
): OsmWay => ({
	id,
	refs,
	tags,
});

async function collect(blocks: readonly Partial<OsmBlock>[]) {
	async function* stream(): AsyncIterable<OsmBlock> {
		for (const block of blocks) yield { nodes: [], ways: [], relations: [], ...block };
	}
	return collectStreets(stream());
}

test("objects in any order give the same streets", async () => {
	const nodes = { nodes: [node(3), node(1, { barrier: "gate" }), node(2)] };
	const ways = { ways: [way(7, [1, 2, 3])] };
	const before = await collect([nodes, ways]);
	const after = await collect([ways, nodes]);
	expect(after).toEqual(before);
	expect(new Map(before.waySet.lonOf)).toEqual(
		new Map([
			[1, 0.01],
			[2, 0.02],
			[3, 0.03],
		]),
	);
	expect(before.waySet.nodeTags).toEqual(new Map([[1, { barrier: "gate" }]]));
});

test("only nodes of kept ways are kept", async () => {
	const building = way(8, [4, 5, 4], { building: "yes" });
	const { waySet, dropped } = await collect([
		{ nodes: [1, 2, 4, 5].map((id) => node(id)), ways: [way(7, [1, 2]), building] },
	]);
	expect([...waySet.lonOf.keys()]).toEqual([1, 2]);
	expect(dropped.waysNotNeeded).toBe(1);
});

test("a street is cut where the file lacks a node, never bridged", async () => {
	const { waySet, dropped } = await collect([
		{ nodes: [1, 2, 4, 5, 7].map((id) => node(id)), ways: [way(9, [1, 2, 3, 4, 5, 6, 7])] },
	]);
	expect([...waySet.ways].map(({ id, nodeIds }) => [id, nodeIds])).toEqual([
		[9, [1, 2]],
		[9, [4, 5]],
	]);
	expect(dropped.danglingReferences).toBe(2);
});

test("a way with fewer than two nodes left is dropped and counted", async () => {
	const { waySet, dropped } = await collect([{ nodes: [node(1)], ways: [way(9, [1, 2])] }]);
	expect([...waySet.ways]).toEqual([]);
	expect(dropped).toMatchObject({ danglingReferences: 1, waysWithoutNodes: 1 });
});

test("water made of untagged ways keeps its members, and says which are missing", async () => {
	const members = [5, 6].map((ref) => ({ type: "way" as const, ref, role: "outer" }));
	const lake: OsmRelation = { id: 1, tags: { type: "multipolygon", natural: "water" }, members };
	const { waySet, dropped } = await collect([
		{ relations: [lake], nodes: [1, 2, 3].map((id) => node(id)), ways: [way(5, [1, 2, 3, 1], {})] },
	]);
	expect(waySet.relations).toEqual([{ ...lake, members: [{ ref: 5, role: "outer" }] }]);
	expect([...waySet.ways].map(({ id }) => id)).toEqual([5]);
	expect(dropped.danglingMembers).toBe(1);
});

geodataTest("Helsinki's clipped extract has 4,525 dangling references", async () => {
	const { waySet, dropped } = await collectStreets(
		readOsm(geodata("osm-dev/helsinki_centre.osm.pbf")),
	);
	expect(dropped.danglingReferences).toBe(4_525);
	for (const { nodeIds } of waySet.ways) {
		expect(nodeIds.length).toBeGreaterThan(1);
		expect(nodeIds.every((id) => waySet.lonOf.has(id) && waySet.latOf.has(id))).toBe(true);
	}
});

geodataTest("Baltimore, whose objects are not sorted, loses no node", async () => {
	const { dropped } = await collectStreets(readOsm(geodata("osm-dev/baltimore.osm.pbf")));
	expect(dropped).toMatchObject({ danglingReferences: 0, waysWithoutNodes: 0 });
});
