// Writes small .osm.pbf files, so that each quirk of the format stands in its test.
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

export type Compression = "raw" | "zlib" | "lzma";

/** Framed blobs: a header blob, then one OSMData blob per block. */
export function pbfFile(blocks: readonly Uint8Array[], compression: Compression = "zlib"): Buffer {
	const header = message((pbf) => {
		pbf.writeStringField(4, "OsmSchema-V0.6");
		pbf.writeStringField(4, "DenseNodes");
	});
	return Buffer.concat([
		blob("OSMHeader", header, "raw"),
		...blocks.map((block) => blob("OSMData", block, compression)),
	]);
}

function blob(type: string, content: Uint8Array, compression: Compression): Buffer {
	const body = message((pbf) => {
		if (compression === "raw") pbf.writeBytesField(1, content);
		else {
			pbf.writeVarintField(2, content.length);
			pbf.writeBytesField(compression === "zlib" ? 3 : 4, deflateSync(content));
		}
	});
	const header = message((pbf) => {
		pbf.writeStringField(1, type);
		pbf.writeVarintField(3, body.length);
	});
	const length = Buffer.alloc(4);
	length.writeUInt32BE(header.length);
	return Buffer.concat([length, header, body]);
}

/** A primitive block; `groups` write into field 2, `tail` after them (granularity and offsets). */
export function block(
	strings: readonly string[],
	groups: readonly ((group: PbfWriter) => void)[],
	tail: (pbf: PbfWriter) => void = () => {},
): Uint8Array {
	return message((pbf) => {
		pbf.writeBytesField(
			1,
			message((table) => {
				for (const text of ["", ...strings]) table.writeBytesField(1, Buffer.from(text));
			}),
		);
		for (const group of groups) pbf.writeBytesField(2, message(group));
		tail(pbf);
	});
}

export function message(write: (pbf: PbfWriter) => void): Uint8Array {
	const pbf = new PbfWriter();
	write(pbf);
	return pbf.finish();
}
