// Reads a large file at any place, forward for the most part, through a window that is held in memory.
import { type FileHandle, open } from "node:fs/promises";
import type { OnProgress } from "./Progress.ts";

const WINDOW_BYTES = 1 << 20;

export class FileWindow {
	readonly sizeBytes: number;
	private readonly file: FileHandle;
	private readonly onProgress: OnProgress | undefined;
	private window = Buffer.alloc(0);
	private start = 0;

	private constructor(file: FileHandle, sizeBytes: number, onProgress: OnProgress | undefined) {
		this.file = file;
		this.sizeBytes = sizeBytes;
		this.onProgress = onProgress;
	}

	static async open(path: string, onProgress?: OnProgress): Promise<FileWindow> {
		const file = await open(path);
		return new FileWindow(file, (await file.stat()).size, onProgress);
	}

	/** The bytes from `offset` where the window has them all, without waiting; else null. */
	within(offset: number, length: number): Buffer | null {
		const at = offset - this.start;
		if (at < 0 || at + length > this.window.length) return null;
		return this.window.subarray(at, at + length);
	}

	/** The bytes from `offset`, fewer at the end of the file. */
	async bytes(offset: number, length: number): Promise<Buffer> {
		const found = this.within(offset, length);
		if (found !== null) return found;
		await this.move(offset, length);
		return this.window.subarray(0, length);
	}

	async close(): Promise<void> {
		await this.file.close();
	}

	private async move(offset: number, length: number): Promise<void> {
		const wanted = Math.min(Math.max(length, WINDOW_BYTES), Math.max(0, this.sizeBytes - offset));
		const buffer = Buffer.alloc(wanted);
		const { bytesRead } = await this.file.read(buffer, 0, wanted, offset);
		this.window = buffer.subarray(0, bytesRead);
		this.start = offset;
		this.onProgress?.(Math.min(offset + bytesRead, this.sizeBytes), this.sizeBytes);
	}
}

/** Runs `use` on the open file. */
export async function withFile<T>(path: string, use: (file: FileWindow) => Promise<T>): Promise<T> {
	const file = await FileWindow.open(path);
	try {
		return await use(file);
	} finally {
		await file.close();
	}
}
