// The outer layer of an .osm.pbf file: length, blob header, blob; each blob inflated, with its place in the file.
// https://wiki.openstreetmap.org/wiki/PBF_Format
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { PbfReader } from "pbf";
import { Refused } from "../../errors.ts";
import { sizeOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";

const inflateAsync = promisify(inflate);

// Limits that the format itself sets.
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
const COMPRESSIONS: Readonly<Record<number, string>> = {
	4: "lzma",
	5: "bzip2",
	6: "lz4",
	7: "zstd",
};

export interface PbfBlob {
	/** `OSMHeader`, `OSMData` or something a reader skips. */
	readonly type: string;
	readonly bytes: Uint8Array;
	/** Where the blob starts in the file. */
	readonly offset: number;
}

/** Every blob of a file in order. Refuses foreign, cut-off and unsupported files, naming the byte. */
export async function* pbfBlobs(path: string, onProgress?: OnProgress): AsyncIterable<PbfBlob> {
	const size = await sizeOf(path);
	const file = await open(path);
	try {
		let offset = 0;
		while (offset < size) {
			const headerLength = (await readAt(file, { offset, length: 4, size })).readUInt32BE(0);
			if (headerLength === 0 || headerLength > MAX_HEADER_BYTES) throw notPbf(offset);
			const header = await readAt(file, { offset: offset + 4, length: headerLength, size });
			const { type, blobLength } = readHeader(header, offset);
			const blobOffset = offset + 4 + headerLength;
			const blob = await readAt(file, { offset: blobOffset, length: blobLength, size });
			yield { type, bytes: await inflateBlob(blob, blobOffset), offset };
			offset = blobOffset + blobLength;
			onProgress?.(offset, size);
		}
	} finally {
		await file.close();
	}
}

async function readAt(
	file: FileHandle,
	{ offset, length, size }: { offset: number; length: number; size: number },
): Promise<Buffer> {
	if (offset + length > size)
		throw new Refused("osm.truncated", {
			zh: `.osm.pbf 文件不完整：第 ${offset} 字节处应有 ${length} 字节，文件在第 ${size} 字节结束。请重新下载或复制。`,
			en: `The .osm.pbf file is cut off: ${length} bytes expected at byte ${offset}, but the file ends at byte ${size}. Fetch or copy it again.`,
		});
	const buffer = Buffer.allocUnsafe(length);
	const { bytesRead } = await file.read(buffer, 0, length, offset);
	if (bytesRead !== length) throw new Error(`Read ${bytesRead} of ${length} bytes at ${offset}.`);
	return buffer;
}

function readHeader(header: Buffer, offset: number): { type: string; blobLength: number } {
	const found = { type: "", blobLength: -1 };
	try {
		new PbfReader(header).readFields((field, result, pbf) => {
			if (field === 1) result.type = pbf.readString();
			else if (field === 3) result.blobLength = pbf.readVarint();
		}, found);
	} catch {
		throw notPbf(offset);
	}
	const isFirst = offset === 0;
	if (isFirst && found.type !== "OSMHeader") throw notPbf(offset);
	if (found.type === "" || found.blobLength < 0 || found.blobLength > MAX_BLOB_BYTES)
		throw notPbf(offset);
	return found;
}

async function inflateBlob(blob: Buffer, offset: number): Promise<Uint8Array> {
	const parts: { raw?: Uint8Array; zlib?: Uint8Array; other?: number } = {};
	try {
		new PbfReader(blob).readFields((field, result, pbf) => {
			if (field === 1) result.raw = pbf.readBytes();
			else if (field === 3) result.zlib = pbf.readBytes();
			else if (field >= 4) result.other = field;
		}, parts);
		if (parts.raw !== undefined) return parts.raw;
		if (parts.zlib !== undefined)
			return await inflateAsync(parts.zlib, { maxOutputLength: MAX_BLOB_BYTES });
	} catch (error) {
		throw brokenPbf(offset, (error as Error).message);
	}
	if (parts.other === undefined) throw brokenPbf(offset, "no data");
	const name = COMPRESSIONS[parts.other] ?? `#${parts.other}`;
	throw new Refused("osm.unsupported-compression", {
		zh: `第 ${offset} 字节处的数据块用 ${name} 压缩，只支持 zlib 或不压缩。请用 osmium 转换：osmium cat -f pbf,pbf_compression=zlib。`,
		en: `The blob at byte ${offset} is compressed with ${name}; zlib and none are supported. Convert it: osmium cat -f pbf,pbf_compression=zlib.`,
	});
}

/** A blob that cannot be decoded. */
export function brokenPbf(offset: number, what: string): Refused {
	return new Refused("osm.broken", {
		zh: `.osm.pbf 文件在第 ${offset} 字节处损坏（${what}）。请重新下载或复制。`,
		en: `The .osm.pbf file is broken at byte ${offset} (${what}). Fetch or copy it again.`,
	});
}

function notPbf(offset: number): Refused {
	return new Refused(offset === 0 ? "osm.not-pbf" : "osm.broken", {
		zh: `第 ${offset} 字节处不是 .osm.pbf 的数据块头：${offset === 0 ? "这不是 .osm.pbf 文件" : "文件已损坏"}。`,
		en: `No .osm.pbf blob header at byte ${offset}: ${offset === 0 ? "this is not an .osm.pbf file" : "the file is broken"}.`,
	});
}
