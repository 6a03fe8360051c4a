// A pack as one file. Layout: "JQPK", version u32, checksum u32 of all that follows, then head, graph and records,
// each behind its length. Little-endian.
import type { DistrictPack, PackMeta } from "./districtPack.ts";
import { ByteReader } from "./pack/ByteReader.ts";
import { ByteWriter } from "./pack/ByteWriter.ts";
import { crc32 } from "./pack/crc32.ts";
import { decodePackedGraph, encodePackedGraph } from "./pack/graphCodec.ts";
import { decodeRecords, encodeRecords } from "./pack/recordCodec.ts";

const MAGIC = 0x4b50514a; // "JQPK", little-endian
const VERSION = 1;
const HEAD_BYTES = 12;

/** One buffer with the whole pack; the same pack gives the same bytes. Positions of streets are rounded to 1e-7°. */
export function encodePack(pack: DistrictPack): Uint8Array {
	const { meta, graph, ...records } = pack;
	const body = new ByteWriter();
	body.text(JSON.stringify(meta));
	for (const part of [encodePackedGraph(graph), encodeRecords(records)]) {
		body.varint(part.length);
		body.raw(part);
	}
	const bodyBytes = body.finish();
	const bytes = new Uint8Array(HEAD_BYTES + bodyBytes.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, MAGIC, true);
	view.setUint32(4, VERSION, true);
	view.setUint32(8, crc32(bodyBytes), true);
	bytes.set(bodyBytes, HEAD_BYTES);
	return bytes;
}

/** The pack of a buffer. Throws on a foreign, older, damaged or cut-off one; about 25 ms for 60,000 nodes. */
export function decodePack(bytes: Uint8Array): DistrictPack {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC)
		throw new Error("Not a district pack: its first bytes are not JQPK.");
	const version = view.getUint32(4, true);
	if (version !== VERSION)
		throw new Error(`District pack of version ${version}; this program reads ${VERSION}.`);
	const body = bytes.subarray(HEAD_BYTES);
	if (crc32(body) !== view.getUint32(8, true))
		throw new Error("District pack damaged: its checksum does not match.");
	const from = new ByteReader(body);
	const meta = JSON.parse(from.text()) as PackMeta;
	const graph = decodePackedGraph(from.raw(from.varint()));
	return { meta, graph, ...decodeRecords(from.raw(from.varint())) };
}
