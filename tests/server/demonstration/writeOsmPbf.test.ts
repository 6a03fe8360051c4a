// What is written is what the reader reads.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StreetBook } from "../../../server/demonstration/StreetBook.ts";
import { writeOsmPbf } from "../../../server/demonstration/writeOsmPbf.ts";
import type { OsmBlock } from "../../../server/imports/osm/OsmBlock.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";

async function readBack(bytes: Buffer): Promise<OsmBlock[]> {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-pbf-"));
	try {
		const path = join(folder, "streets.osm.pbf");
		writeFileSync(path, bytes);
		const blocks: OsmBlock[] = [];
		for await (const block of readOsm(path)) blocks.push(block);
		return blocks;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

test("nodes, their tags, ways and Chinese names come back digit for digit", async () => {
	const book = new StreetBook();
	const gate = book.node([120.5600001, 30.9250003], { barrier: "gate", foot: "yes" });
	const corner = book.node([120.5612345, 30.9249999]);
	book.way({ highway: "residential", name: "望潮路" }, [gate, corner]);
	const blocks = await readBack(writeOsmPbf(book.nodes, book.ways));
	expect(blocks.flatMap(({ nodes }) => nodes)).toEqual([
		{ id: 1, lon: 120.5600001, lat: 30.9250003, tags: { barrier: "gate", foot: "yes" } },
		{ id: 2, lon: 120.5612345, lat: 30.9249999, tags: null },
	]);
	expect(blocks.flatMap(({ ways }) => ways)).toEqual([
		{ id: 1, tags: { highway: "residential", name: "望潮路" }, refs: [1, 2] },
	]);
});

test("more objects than one blob holds are read in order", async () => {
	const book = new StreetBook();
	for (let i = 0; i < 40_000; i++) book.node([120 + i / 1e6, 30]);
	book.way({ highway: "path" }, [1, 40_000]);
	const blocks = await readBack(writeOsmPbf(book.nodes, book.ways));
	expect(blocks.flatMap(({ nodes }) => nodes).map(({ id }) => id)).toEqual(
		Array.from({ length: 40_000 }, (_, i) => i + 1),
	);
});

test("the same objects give the same bytes", () => {
	const make = () => {
		const book = new StreetBook();
		book.way({ highway: "path" }, [book.node([120, 30]), book.node([121, 31])]);
		return writeOsmPbf(book.nodes, book.ways);
	};
	expect(make().equals(make())).toBe(true);
});
