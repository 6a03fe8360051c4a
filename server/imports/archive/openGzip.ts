// A single file packed by gzip, such as .geojson.gz or .csv.gz.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { sizeOf } from "../fileBytes.ts";
import { refusingEach } from "../refusing.ts";
import type { Formats, OpenOptions, SourceFile } from "../SourceFile.ts";
import { type TemporaryFolder, withFolder } from "./temporaryFolder.ts";
import { unpackedSource } from "./unpackedSource.ts";
import {
	ARCHIVE,
	HARMLESS_BYTES,
	MOST_BYTES,
	MOST_RATIO,
	suspiciousRatio,
	tooLarge,
} from "./zipEntries.ts";

/** Opens the file inside. Throws Refused `archive.…` and those of the file. */
export async function openGzip(
	path: string,
	options: OpenOptions,
	formats: Formats,
): Promise<SourceFile> {
	return withFolder(async (folder) => {
		const source = await formats.open(await unpack(path, folder), options);
		return unpackedSource(source, folder, { format: source.format, layer: source.layer });
	});
}

/** The layers of the file inside. */
export async function gzipLayers(path: string, options: OpenOptions, formats: Formats) {
	return withFolder(async (folder) => {
		const found = await formats.layers(await unpack(path, folder), options);
		await folder.remove();
		return found;
	});
}

async function unpack(path: string, folder: TemporaryFolder): Promise<string> {
	const name = basename(path).replace(/\.gz$/i, "") || "file";
	return folder.write(name, refusingEach(ARCHIVE, inflated(path)));
}

async function* inflated(path: string): AsyncIterable<Buffer> {
	const packedBytes = await sizeOf(path);
	const stream = pipeline(createReadStream(path), createGunzip(), () => {});
	let count = 0;
	for await (const chunk of stream) {
		count += (chunk as Buffer).length;
		if (count > MOST_BYTES) throw tooLarge();
		if (count > HARMLESS_BYTES && count > packedBytes * MOST_RATIO) throw suspiciousRatio(path);
		yield chunk as Buffer;
	}
}
