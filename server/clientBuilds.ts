// Builds of the client lie side by side, each in a folder named by what it was built from, and none is ever written to
// again: a page that is open goes on with the files it came with, whoever starts, builds or ends meanwhile.
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type FolderLock, lockFolder } from "./db/folderLock.ts";
import { Refused } from "./errors.ts";

const PART = ".part";
const SERVED_BY = ".served-by-";
const POLL_MS = 200;

interface ClientBuilds {
	/** Where the builds lie; made when it is not there. */
	readonly folder: string;
	/** The name of what would be built now. */
	nameNow(): string;
	build(into: string): Promise<void>;
	readonly signal?: AbortSignal | undefined;
}

/**
 * The folder of the client as its sources are now, then those of earlier builds that are kept. Builds when there is none,
 * one process at a time. The first folder is kept while this process lives.
 */
export async function clientFolders(builds: ClientBuilds): Promise<readonly string[]> {
	const { folder, nameNow } = builds;
	let path = join(folder, nameNow());
	if (!existsSync(path)) {
		mkdirSync(folder, { recursive: true });
		const lock = await lockWhenFree(folder, builds.signal);
		try {
			path = await built(builds);
			removeOld(folder, path);
		} finally {
			lock.release();
		}
	}
	keep(path);
	return [path, ...earlierThan(folder, path)];
}

/** Under the lock: builds until the sources hold still, so that no folder bears the name of others. */
async function built({ folder, nameNow, build }: ClientBuilds): Promise<string> {
	const part = join(folder, PART);
	for (;;) {
		const name = nameNow();
		const path = join(folder, name);
		if (existsSync(path)) return path; // another process was first
		rmSync(part, { recursive: true, force: true });
		await build(part);
		if (nameNow() === name) renameSync(part, path);
	}
}

async function lockWhenFree(folder: string, signal?: AbortSignal): Promise<FolderLock> {
	for (;;) {
		signal?.throwIfAborted();
		try {
			return await lockFolder(folder);
		} catch (error) {
			if (!(error instanceof Refused) || error.code !== "data-folder.locked") throw error;
		}
		await setTimeout(POLL_MS);
	}
}

/** Where the folder is only read, nobody builds and nothing is removed. */
function keep(path: string): void {
	try {
		writeFileSync(join(path, `${SERVED_BY}${process.pid}`), "");
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== "EACCES" && code !== "EROFS") throw error;
	}
}

/** Other builds, the one that was last served first. */
function earlierThan(folder: string, path: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== PART)
		.map(({ name }) => join(folder, name))
		.filter((other) => other !== path)
		.map((other) => ({ other, servedMs: statSync(other).mtimeMs }))
		.sort((a, b) => b.servedMs - a.servedMs)
		.map(({ other }) => other);
}

/** All but the new one, the one before it, and what a living process serves. */
function removeOld(folder: string, path: string): void {
	for (const old of earlierThan(folder, path).slice(1))
		if (!isServed(old)) rmSync(old, { recursive: true, force: true });
}

function isServed(path: string): boolean {
	return readdirSync(path)
		.filter((name) => name.startsWith(SERVED_BY))
		.some((name) => isRunning(Number(name.slice(SERVED_BY.length))));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
