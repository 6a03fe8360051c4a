import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { OsmBlock } from "../../../server/imports/osm/OsmBlock.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";
import { geodata, geodataTest } from "./geodata.ts";
import { block, type Compression, message, pbfFile } from "./pbfFile.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();

async function readAll(path: string): Promise<OsmBlock> {
	const all = { nodes: [], ways: [], relations: [] } as {
		[K in keyof OsmBlock]: OsmBlock[K][number][];
	};
	for await (const { nodes, ways, relations } of readOsm(path)) {
		all.nodes.push(...nodes);
		all.ways.push(...ways);
		all.relations.push(...relations);
	}
	return all as OsmBlock;
}

/** Way 7 before its nodes 1 (plain) and 2, 3 (dense), then a relation. Granularity 1000 and offsets. */
const SMALL = block(
	["highway", "footway", "name", "南京东路", "barrier", "gate", "outer"],
	[
		(group) =>
			group.writeBytesField(
				3,
				message((way) => {
					way.writeVarintField(1, 7);
					way.writePackedVarint(2, [1, 3]);
					way.writePackedVarint(3, [2, 4]);
					way.writePackedSVarint(8, [1, 1, 1]);
				}),
			),
		(group) =>
			group.writeBytesField(
				1,
				message((node) => {
					node.writeSVarintField(1, 1);
					node.writePackedVarint(2, [5]);
					node.writePackedVarint(3, [6]);
					node.writeSVarintField(8, 230_000);
					node.writeSVarintField(9, -470_000);
				}),
			),
		(group) =>
			group.writeBytesField(
				2,
				message((dense) => {
					dense.writePackedSVarint(1, [2, 1]);
					dense.writePackedSVarint(8, [100, 1]);
					dense.writePackedSVarint(9, [200, -2]);
					dense.writePackedVarint(10, [0, 5, 6, 0]);
				}),
			),
		(group) =>
			group.writeBytesField(
				4,
				message((relation) => {
					relation.writeVarintField(1, 9);
					relation.writePackedVarint(8, [7]);
					relation.writePackedSVarint(9, [7]);
					relation.writePackedVarint(10, [1]);
				}),
			),
	],
	(pbf) => {
		pbf.writeVarintField(17, 1_000);
		pbf.writeVarintField(19, 31_000_000_000);
		pbf.writeVarintField(20, 121_000_000_000);
	},
);

test.each<Compression>(["raw", "zlib"])(
	"dense and plain nodes, ways and relations of %s blobs",
	async (how) => {
		const { nodes, ways, relations } = await readAll(
			write(`small-${how}.osm.pbf`, pbfFile([SMALL], how)),
		);
		expect(nodes).toEqual([
			{ id: 1, lon: 120.53, lat: 31.23, tags: { barrier: "gate" } },
			{ id: 2, lon: 121.0002, lat: 31.0001, tags: null },
			{ id: 3, lon: 121.000198, lat: 31.000101, tags: { barrier: "gate" } },
		]);
		expect(ways).toEqual([
			{ id: 7, tags: { highway: "footway", name: "南京东路" }, refs: [1, 2, 3] },
		]);
		expect(relations).toEqual([
			{ id: 9, tags: {}, members: [{ type: "way", ref: 7, role: "outer" }] },
		]);
	},
);

test("an unsupported compression is named with its place", async () => {
	const path = write("lzma.osm.pbf", pbfFile([SMALL], "lzma"));
	await expect(readAll(path)).rejects.toMatchObject({
		code: "osm.unsupported-compression",
		message: expect.stringMatching(/byte \d+.*lzma/),
	});
});

test("a file cut off anywhere is refused with the byte, never read as shorter", async () => {
	const whole = pbfFile([SMALL, SMALL]);
	const headerEnd = pbfFile([]).length;
	const firstEnd = pbfFile([SMALL]).length;
	for (let length = 1; length < whole.length; length++) {
		if (length === headerEnd || length === firstEnd) continue; // between blobs it is a whole file
		const path = write("cut.osm.pbf", whole.subarray(0, length));
		await expect(readAll(path)).rejects.toMatchObject({
			name: "Refused",
			message: expect.stringMatching(/byte \d+/),
		});
	}
});

test("a changed byte never gives anything but objects or a refusal", async () => {
	const whole = pbfFile([SMALL], "raw");
	for (let at = 0; at < whole.length; at++) {
		const broken = Buffer.from(whole);
		broken[at] = (broken[at] as number) ^ 0xff;
		const outcome = await readAll(write("broken.osm.pbf", broken)).then(
			() => "read",
			(error: Error) => error.name,
		);
		expect(["read", "Refused"]).toContain(outcome);
	}
});

test("something else with the name of a pbf is refused", async () => {
	await expect(readAll(write("not.osm.pbf", "hello, this is text"))).rejects.toMatchObject({
		code: "osm.not-pbf",
	});
	await expect(readAll(write("empty.osm.pbf", ""))).rejects.toMatchObject({ code: "file.empty" });
	await expect(readAll("absent.osm.pbf")).rejects.toMatchObject({ code: "file.unreadable" });
});

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <way id="7"><nd ref="1"/><nd ref="-2"/><tag k="highway" v="footway"/><tag k="name" v="A &amp; 弄"/></way>
 <node id="1" lat="31.23" lon="120.53"><tag k="barrier" v="gate"/></node>
 <node id="-2" lat="31.0001" lon="121.0002"/>
 <node id="3" visible="false"/>
 <relation id="9"><member type="way" ref="7" role="outer"/></relation>
</osm>`;

test.each([
	["plain", "small.osm", Buffer.from(XML)],
	["gzipped", "small.osm.gz", gzipSync(XML)],
])("the %s XML form gives the same objects; deleted ones are skipped", async (_, name, content) => {
	const { nodes, ways, relations } = await readAll(write(name, content));
	expect(nodes).toEqual([
		{ id: 1, lon: 120.53, lat: 31.23, tags: { barrier: "gate" } },
		{ id: -2, lon: 121.0002, lat: 31.0001, tags: null },
	]);
	expect(ways).toEqual([{ id: 7, tags: { highway: "footway", name: "A & 弄" }, refs: [1, -2] }]);
	expect(relations[0].members).toEqual([{ type: "way", ref: 7, role: "outer" }]);
});

test("cut-off and foreign XML is refused with what and where", async () => {
	const cut = write("cut.osm", XML.slice(0, 300));
	await expect(readAll(cut)).rejects.toMatchObject({
		code: "osm.broken",
		message: expect.stringMatching(/line \d/),
	});
	await expect(readAll(write("kml.osm", "<kml></kml>"))).rejects.toMatchObject({
		code: "osm.not-osm",
	});
	const noPosition = XML.replace('lat="31.23"', 'lat="north"');
	await expect(readAll(write("bad.osm", noPosition))).rejects.toMatchObject({ code: "osm.broken" });
});

test("a cut-off or broken gzip is refused", async () => {
	const gzipped = gzipSync(XML);
	for (const broken of [
		gzipped.subarray(0, gzipped.length - 20),
		Buffer.concat([gzipped.subarray(0, 40), gzipped.subarray(60)]),
	])
		await expect(readAll(write("cut.osm.gz", broken))).rejects.toMatchObject({
			code: "file.broken-gzip",
		});
});

geodataTest.each([
	["osm-dev/poa_osm.pbf", 43_264, 16_032, 23],
	["osm-dev/krems.osm.gz", 15_042, 2_402, 73],
	["osm-dev/beijing_haidian_2017.osm", 7_450, 1_360, 189],
	["osm-dev/helsinki_centre.osm.pbf", 24_260, 5_130, 620],
	["osm-dev/baltimore.osm.pbf", 51_385, 7_230, 167],
])("%s holds %i nodes, %i ways, %i relations", async (path, nodes, ways, relations) => {
	const all = await readAll(geodata(path));
	expect([all.nodes.length, all.ways.length, all.relations.length]).toEqual([
		nodes,
		ways,
		relations,
	]);
	for (const { lon, lat } of all.nodes) {
		if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new Error(`Node at ${lon}, ${lat}.`);
	}
});

geodataTest("a real pbf cut in half is refused with the byte", async () => {
	const whole = readFileSync(geodata("osm-dev/poa_osm.pbf"));
	const path = write("half.osm.pbf", whole.subarray(0, whole.length >> 1));
	await expect(readAll(path)).rejects.toMatchObject({
		code: "osm.truncated",
		message: expect.stringContaining(`ends at byte ${whole.length >> 1}`),
	});
});
