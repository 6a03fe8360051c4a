// Where files that were handed in lie: those of an upload under its number, those of committed versions under their
// hash. A file is written beside its place and renamed into it, so that what is there is whole.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, link, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refused } from "../errors.ts";
import { hashOf } from "./fileBytes.ts";

export interface FileStore {
	/** Folder for what is made of an upload; made when it is asked for. */
	folderOf(uploadId: number): Promise<string>;
	/** Where files of an upload lie, by their names. */
	pathsOf(uploadId: number, names: readonly string[]): string[];
	/**
	 * Receive a file of an upload beside its place. Refused when it is cut off, longer than announced, or the disk is
	 * full; nothing is left of it then.
	 */
	receive(uploadId: number, bytes: Readable, sizeBytes: number): Promise<ReceivedFile>;
	/** Write what was made of an upload into its folder. Refused when the disk is full. */
	write(uploadId: number, name: string, text: string): Promise<void>;
	removeUpload(uploadId: number): Promise<void>;
	/** Remove parts of files that were being received when a process was killed. */
	removeParts(uploadId: number): Promise<void>;
	/** Numbers of uploads that something lies here of. */
	uploadIds(): Promise<number[]>;
	/** Keep the files of a committed version; the same files are kept once. */
	keep(hash: string, paths: readonly string[]): Promise<void>;
	/** Paths of the kept files; empty when there are none. */
	kept(hash: string): Promise<string[]>;
}

/** A file that arrived whole and has no place yet. */
export interface ReceivedFile {
	keepAs(name: string): Promise<void>;
	drop(): Promise<void>;
}

export function openFileStore(root: string): FileStore {
	let received = 0;
	const uploadFolder = (id: number) => join(root, "uploads", String(id));
	const filesFolder = (id: number) => join(uploadFolder(id), "files");
	const partsFolder = (id: number) => join(uploadFolder(id), "parts");
	const keptFolder = (hash: string) => join(root, "originals", hash);
	return {
		folderOf: async (id) => {
			await mkdir(uploadFolder(id), { recursive: true });
			return uploadFolder(id);
		},
		pathsOf: (id, names) => names.map((name) => join(filesFolder(id), safeName(name))),
		receive: async (id, bytes, sizeBytes) => {
			const part = join(partsFolder(id), `${process.pid}-${++received}`);
			await mkdir(partsFolder(id), { recursive: true });
			await receivePart(part, bytes, sizeBytes);
			return {
				keepAs: async (name) => {
					await mkdir(filesFolder(id), { recursive: true });
					await rename(part, join(filesFolder(id), safeName(name)));
				},
				drop: () => rm(part, { force: true }),
			};
		},
		write: async (id, name, text) => {
			await mkdir(uploadFolder(id), { recursive: true });
			await writeFile(join(uploadFolder(id), name), text).catch((error: unknown) => {
				throw refusalOf(error, 0, 0);
			});
		},
		removeUpload: (id) => rm(uploadFolder(id), { recursive: true, force: true }),
		removeParts: (id) => rm(partsFolder(id), { recursive: true, force: true }),
		uploadIds: async () =>
			(await readdir(join(root, "uploads")).catch(() => []))
				.filter((name) => /^\d{1,9}$/.test(name))
				.map(Number),
		keep: (hash, paths) => keepFiles(keptFolder(hash), paths),
		kept: async (hash) => {
			const names = await readdir(keptFolder(hash)).catch(() => []);
			return names.sort().map((name) => join(keptFolder(hash), name));
		},
	};
}

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** File systems allow 255 bytes. */
const LONGEST_BYTES = 200;

/** The last part of a name, without what a file system or another folder could take amiss. Refused when nothing is left. */
export function safeName(name: string): string {
	const last = Buffer.from(name).toString().split(/[\\/]/).at(-1) ?? "";
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
	const plain = last.replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, "_").trim();
	const safe = endWithin(LONGEST_BYTES, DEVICE.test(plain) ? `_${plain}` : plain);
	if (!/^\.*$/.test(safe)) return safe;
	throw new Refused(
		"upload.name-invalid",
		{ zh: `文件名“${name}”不能用。改个名字再交。`, en: `The name "${name}" cannot be used.` },
		{ status: 400 },
	);
}

/** The end of a text, which has the extension, in so many bytes of UTF-8. */
function endWithin(bytes: number, text: string): string {
	const characters = [...text];
	while (Buffer.byteLength(characters.join("")) > bytes) characters.shift();
	return characters.join("");
}

/** SHA-256 of one file; of several, of their names and hashes, so that the same members give the same hash. */
export async function hashOfFiles(paths: readonly string[]): Promise<string> {
	const [only, ...others] = paths;
	if (only === undefined) throw new Error("No file to hash.");
	if (others.length === 0) return hashOf(only);
	const hash = createHash("sha256");
	for (const path of [...paths].sort())
		hash.update(`${path.split(/[\\/]/).at(-1)}\u0000${await hashOf(path)}\n`);
	return hash.digest("hex");
}

async function receivePart(part: string, bytes: Readable, sizeBytes: number): Promise<void> {
	let received = 0;
	try {
		const file = createWriteStream(part);
		await once(file, "open"); // opened after it was removed, it would stay
		await pipeline(
			bytes,
			async function* (chunks: AsyncIterable<Buffer>) {
				for await (const chunk of chunks) {
					received += chunk.length;
					if (received > sizeBytes) throw incomplete(received, sizeBytes);
					yield chunk;
				}
			},
			file,
		);
		if (received !== sizeBytes) throw incomplete(received, sizeBytes);
	} catch (error) {
		await rm(part, { force: true });
		throw refusalOf(error, received, sizeBytes);
	}
}

async function keepFiles(folder: string, paths: readonly string[]): Promise<void> {
	if ((await readdir(folder).catch(() => [])).length > 0) return;
	const part = `${folder}.${process.pid}.part`;
	try {
		await mkdir(part, { recursive: true });
		for (const path of paths) {
			const kept = join(part, safeName(path));
			await link(path, kept).catch(() => copyFile(path, kept));
		}
		await rename(part, folder).catch(async (error: NodeJS.ErrnoException) => {
			// another commit of the same file was first
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
		});
	} catch (error) {
		throw refusalOf(error, 0, 0);
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

/** The bytes of a kept file. */
export function streamOf(path: string): Readable {
	return createReadStream(path);
}

function refusalOf(error: unknown, received: number, sizeBytes: number): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "ENOSPC" || code === "EDQUOT") return diskFull();
	if (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET" || code === "ABORT_ERR")
		return incomplete(received, sizeBytes);
	return error;
}

function diskFull(): Refused {
	return new Refused(
		"storage.full",
		{
			zh: "服务器磁盘已满，文件没有收下，已收的部分已删去。腾出空间后再交。",
			en: "The server's disk is full. The file was not taken and its part removed. Free space and hand it in again.",
		},
		{ status: 507 },
	);
}

function incomplete(received: number, sizeBytes: number): Refused {
	return new Refused(
		"upload.incomplete",
		{
			zh: `应收 ${sizeBytes} 字节，收到 ${received} 字节，文件没有收下。重新上传这个文件。`,
			en: `${sizeBytes} bytes were announced and ${received} arrived: the file was not taken. Send it again.`,
		},
		{ status: 400 },
	);
}
