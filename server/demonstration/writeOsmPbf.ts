// Writes OpenStreetMap's binary format: dense nodes, then ways, in zlib blobs. The same objects give the same bytes:
// no timestamps, no writer's version. https://wiki.openstreetmap.org/wiki/PBF_Format
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";
import type { Way } from "../../planning/streets/Way.ts";
import type { BookNode } from "./StreetBook.ts";

/** Objects per blob, as other writers do. */
const NODES_PER_BLOB = 16_000;
const WAYS_PER_BLOB = 8_000;
/** Coordinates are counted in units of 100 nanodegrees, 7 decimals. */
const UNITS_PER_DEGREE = 1e7;

/** The bytes of an `.osm.pbf` file. Nodes must be sorted by id, coordinates have at most 7 decimals. */
export function writeOsmPbf(nodes: readonly BookNode[], ways: readonly Way[]): Buffer {
	return Buffer.concat([...osmPbfBlobs(nodes, ways)]);
}

/** The same piece by piece, for files that are larger than they should be in memory. */
export function* osmPbfBlobs(nodes: Iterable<BookNode>, ways: Iterable<Way>): Iterable<Buffer> {
	yield headerBlob();
	for (const batch of batches(nodes, NODES_PER_BLOB))
		yield dataBlob((strings) => denseNodes(batch, strings));
	for (const batch of batches(ways, WAYS_PER_BLOB))
		yield dataBlob((strings) => wayGroup(batch, strings));
}

function* batches<T>(objects: Iterable<T>, size: number): Iterable<readonly T[]> {
	let batch: T[] = [];
	for (const object of objects) {
		batch.push(object);
		if (batch.length < size) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

/** Words of a block, each once; number 0 is reserved. */
class StringTable {
	readonly words = [""];
	private readonly indexOf = new Map([["", 0]]);

	index(word: string): number {
		const known = this.indexOf.get(word);
		if (known !== undefined) return known;
		this.indexOf.set(word, this.words.length);
		this.words.push(word);
		return this.words.length - 1;
	}
}

function headerBlob(): Buffer {
	const header = new PbfWriter();
	header.writeStringField(4, "OsmSchema-V0.6");
	header.writeStringField(4, "DenseNodes");
	return blob("OSMHeader", header.finish());
}

/** A primitive block of one group; the group is made first, to know its words. */
function dataBlob(group: (strings: StringTable) => Uint8Array): Buffer {
	const strings = new StringTable();
	const groupBytes = group(strings);
	const block = new PbfWriter();
	block.writeMessage(
		1,
		(words: readonly string[], table) => {
			for (const word of words) table.writeStringField(1, word);
		},
		strings.words,
	);
	block.writeBytesField(2, groupBytes);
	return blob("OSMData", block.finish());
}

function denseNodes(nodes: readonly BookNode[], strings: StringTable): Uint8Array {
	const group = new PbfWriter();
	const column = (value: (node: BookNode) => number) => deltas(nodes.map(value));
	const isTagged = nodes.some(({ tags }) => Object.keys(tags).length > 0);
	group.writeMessage(
		2,
		(list: readonly BookNode[], dense) => {
			dense.writePackedSVarint(
				1,
				column(({ id }) => id),
			);
			dense.writePackedSVarint(
				8,
				column(({ lonLat }) => Math.round(lonLat[1] * UNITS_PER_DEGREE)),
			);
			dense.writePackedSVarint(
				9,
				column(({ lonLat }) => Math.round(lonLat[0] * UNITS_PER_DEGREE)),
			);
			if (isTagged)
				dense.writePackedVarint(
					10,
					list.flatMap(({ tags }) => [...pairs(tags, strings).flat(), 0]),
				);
		},
		nodes,
	);
	return group.finish();
}

function wayGroup(ways: readonly Way[], strings: StringTable): Uint8Array {
	const group = new PbfWriter();
	for (const way of ways)
		group.writeMessage(
			3,
			({ id, tags, nodeIds }: Way, message) => {
				const words = pairs(tags, strings);
				message.writeVarintField(1, id);
				message.writePackedVarint(
					2,
					words.map(([key]) => key),
				);
				message.writePackedVarint(
					3,
					words.map(([, value]) => value),
				);
				message.writePackedSVarint(8, deltas(nodeIds));
			},
			way,
		);
	return group.finish();
}

function pairs(
	tags: Readonly<Record<string, string>>,
	strings: StringTable,
): [key: number, value: number][] {
	return Object.entries(tags).map(([key, value]) => [strings.index(key), strings.index(value)]);
}

function deltas(values: readonly number[]): number[] {
	let last = 0;
	return values.map((value) => {
		const delta = value - last;
		last = value;
		return delta;
	});
}

/** Length of the header, header, blob. */
function blob(type: string, bytes: Uint8Array): Buffer {
	const body = new PbfWriter();
	body.writeVarintField(2, bytes.length);
	body.writeBytesField(3, deflateSync(bytes, { level: 9 }));
	const bodyBytes = body.finish();
	const header = new PbfWriter();
	header.writeStringField(1, type);
	header.writeVarintField(3, bodyBytes.length);
	const headerBytes = header.finish();
	const length = Buffer.alloc(4);
	length.writeUInt32BE(headerBytes.length);
	return Buffer.concat([length, headerBytes, bodyBytes]);
}
