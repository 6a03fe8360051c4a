// A file handed in by a person: opened with a clear refusal, read as bytes with progress, known by its hash.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Refused } from "../errors.ts";
import type { OnProgress } from "./Progress.ts";

const HEAD_BYTES = 4096;

/** Size of the file in bytes. Refuses what is missing, empty or not a file. */
export async function sizeOf(path: string): Promise<number> {
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		throw new Refused("file.unreadable", {
			zh: `无法读取文件 ${path}（${error.code ?? error.message}）。请检查路径和权限。`,
			en: `Cannot read ${path} (${error.code ?? error.message}). Check the path and its permissions.`,
		});
	});
	if (!found.isFile())
		throw new Refused("file.unreadable", {
			zh: `${path} 不是文件。`,
			en: `${path} is not a file.`,
		});
	if (found.size === 0)
		throw new Refused("file.empty", {
			zh: `文件 ${path} 是空的（0 字节）。`,
			en: `${path} is empty (0 bytes).`,
		});
	return found.size;
}

/** The first bytes of a file, by which its format shows. */
export async function headOf(path: string): Promise<Buffer> {
	await sizeOf(path);
	const file = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw new Refused("file.unreadable", {
			zh: `无法打开文件 ${path}（${error.code ?? error.message}）。`,
			en: `Cannot open ${path} (${error.code ?? error.message}).`,
		});
	});
	try {
		const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

/** The bytes of a file, a chunk at a time. */
export async function* bytesOf(path: string, onProgress?: OnProgress): AsyncIterable<Buffer> {
	const total = await sizeOf(path);
	let bytesRead = 0;
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
		bytesRead += (chunk as Buffer).length;
		yield chunk as Buffer;
		onProgress?.(bytesRead, total);
	}
}

/** SHA-256 of the file, hexadecimal. */
export async function hashOf(path: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of bytesOf(path)) hash.update(chunk);
	return hash.digest("hex");
}
