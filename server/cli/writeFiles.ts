// Files into a folder, whole or not at all: each is written beside its name, then renamed.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";

/** Text or bytes, or text in pieces. Typed arrays are written as they lie in memory. */
export type FileBody = string | ArrayBufferView | Iterable<string>;

export interface NamedFile {
	readonly name: string;
	readonly body: FileBody;
}

/** Write files; the folder is made when missing. */
export async function writeFiles(folder: string, files: Iterable<NamedFile>): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const { name, body } of files) {
		const path = join(folder, name);
		const stream = createWriteStream(`${path}.part`);
		const done = finished(stream);
		for (const piece of piecesOf(body))
			if (!stream.write(piece)) await Promise.race([once(stream, "drain"), done]);
		stream.end();
		await done;
		await rename(`${path}.part`, path);
	}
}

function piecesOf(body: FileBody): Iterable<string | Buffer> {
	if (typeof body === "string") return [body];
	if (ArrayBuffer.isView(body)) return [Buffer.from(body.buffer, body.byteOffset, body.byteLength)];
	return body;
}
