// The bytes of a FlatGeobuf file, whole feature by whole feature. Its reader trusts every length it meets and takes the
// end of the file for the end of the features, so lengths are held against the file first.

import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { calcTreeSize } from "flatgeobuf/lib/mjs/packedrtree.js";
import type { FileWindow } from "../FileWindow.ts";
import { type FormatWords, malformed } from "../refusing.ts";

export const FLATGEOBUF: FormatWords = { code: "fgb", zh: "FlatGeobuf", en: "FlatGeobuf" };
const MAGIC_BYTES = 8;
const LENGTH_BYTES = 4;

/** Magic, header, index and features; `headerOf` gives the header once its bytes were given. Throws Refused when cut off. */
export async function* soundFrames(
	file: FileWindow,
	headerOf: () => HeaderMeta | null,
): AsyncIterable<Buffer> {
	const headerEnd = await frameEnd(file, MAGIC_BYTES);
	yield Buffer.from(await file.bytes(0, headerEnd));
	const header = headerOf();
	if (header === null) throw malformed(FLATGEOBUF, "文件头 / header");
	let at = headerEnd;
	for (let left = indexBytes(header); left > 0; ) {
		const piece = Buffer.from(await file.bytes(at, Math.min(left, 1 << 20)));
		if (piece.length === 0) throw malformed(FLATGEOBUF, "索引不完整 / index cut off");
		yield piece;
		at += piece.length;
		left -= piece.length;
	}
	let count = 0;
	for (; at < file.sizeBytes; count++) {
		const end = await frameEnd(file, at);
		yield Buffer.from(await file.bytes(at, end - at));
		at = end;
	}
	if (header.featuresCount > 0 && count !== header.featuresCount)
		throw malformed(
			FLATGEOBUF,
			`应有 ${header.featuresCount} 个要素，实有 ${count} 个 / ${count} of ${header.featuresCount} features`,
		);
}

/** Refuses a header whose index cannot be in the file; the reader would look for it for ever. */
export function checkHeader(header: HeaderMeta, fileBytes: number): void {
	const { indexNodeSize, featuresCount } = header;
	const isSound =
		indexNodeSize === 0 ||
		(featuresCount > 0 && indexNodeSize >= 2 && featuresCount * LENGTH_BYTES < fileBytes);
	if (!isSound || indexBytes(header) > fileBytes) throw malformed(FLATGEOBUF, "索引 / index");
}

function indexBytes({ indexNodeSize, featuresCount }: HeaderMeta): number {
	return indexNodeSize > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0;
}

async function frameEnd(file: FileWindow, at: number): Promise<number> {
	const head = await file.bytes(at, LENGTH_BYTES);
	const length = head.length < LENGTH_BYTES ? Number.POSITIVE_INFINITY : head.readUInt32LE(0);
	const end = at + LENGTH_BYTES + length;
	if (end > file.sizeBytes)
		throw malformed(FLATGEOBUF, `第 ${at} 字节起不完整 / cut off from byte ${at}`);
	return end;
}
