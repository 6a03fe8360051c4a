// What is unpacked lies in a folder of its own that goes when the features have been read.
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface TemporaryFolder {
	/** Writes a file, by its path inside the folder; gives its path. */
	readonly write: (path: string, bytes: AsyncIterable<Buffer>) => Promise<string>;
	/** Removes the folder; may be called again. */
	readonly remove: () => Promise<void>;
}

/** A new folder under the system's folder for such. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
	const folder = await mkdtemp(join(tmpdir(), "jiequan-import-"));
	return {
		write: async (path, bytes) => {
			const target = join(folder, path);
			await mkdir(dirname(target), { recursive: true });
			await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(target));
			return target;
		},
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

/** Runs `use`, removing the folder when that throws. */
export async function withFolder<T>(use: (folder: TemporaryFolder) => Promise<T>): Promise<T> {
	const folder = await temporaryFolder();
	try {
		return await use(folder);
	} catch (error) {
		await folder.remove();
		throw error;
	}
}
