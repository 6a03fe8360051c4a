// The bytes of one file of an archive, counted and checked while they come, whatever the archive says about them.
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { ZipFile } from "yauzl";
import { malformed, refusingEach } from "../refusing.ts";
import {
	ARCHIVE,
	HARMLESS_BYTES,
	MOST_RATIO,
	suspiciousRatio,
	type ZipEntry,
} from "./zipEntries.ts";

/** Throws Refused when they swell beyond measure, are damaged or not all there. */
export async function* inflate(zip: ZipFile, { path, entry }: ZipEntry): AsyncIterable<Buffer> {
	if (!entry.canDecodeFileData())
		throw malformed(ARCHIVE, `“${path}”的压缩方法 ${entry.compressionMethod} / compression method`);
	let count = 0;
	let checksum = 0;
	for await (const chunk of refusingEach(ARCHIVE, streamed(zip, { path, entry }))) {
		count += chunk.length;
		if (count > HARMLESS_BYTES && count > entry.compressedSize * MOST_RATIO)
			throw suspiciousRatio(path);
		checksum = crc32(chunk, checksum);
		yield chunk;
	}
	if (count !== entry.uncompressedSize || checksum !== entry.crc32)
		throw malformed(ARCHIVE, `“${path}”校验不符 / checksum of ${path}`);
}

async function* streamed(zip: ZipFile, { entry }: ZipEntry): AsyncIterable<Buffer> {
	const stream: Readable = await zip.openReadStreamPromise(entry);
	try {
		for await (const chunk of stream) yield chunk as Buffer;
	} finally {
		stream.destroy();
	}
}
