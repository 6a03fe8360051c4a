// One process per data folder: the embedded engine itself has no lock, and two writers silently lose work.
import {
	linkSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";
import { dataFolderLocked, dataFolderUnusable } from "./dataFolderRefusals.ts";

interface LockFile {
	readonly pid: number;
	readonly url: string | null;
}

export interface FolderLock {
	/** Say where this process serves, for whoever meets the lock. */
	serveAt(url: string): void;
	release(): void;
}

/** Locks this process holds: after a restart in a container a lock may carry our pid without being ours. */
const held = new Set<string>();
const ATTEMPTS = 10;
const WRITING_MS = 50;

/** Take the folder or refuse with `data-folder.locked`; the lock of a process that is gone is taken over. */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
	const path = join(madeFolder(dataDir), "jiequan.lock");
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (hasCreated(path)) return lockAt(path);
		const text = textOf(path);
		const holder = holderOf(text);
		if (holder !== null && isHolding(path, holder)) throw dataFolderLocked(dataDir, holder);
		if (holder === null && attempt < ATTEMPTS / 2) await setTimeout(WRITING_MS);
		else setAside(path, text);
	}
	throw dataFolderLocked(dataDir, holderOf(textOf(path)));
}

function madeFolder(dataDir: string): string {
	try {
		mkdirSync(dataDir, { recursive: true });
		return realpathSync(dataDir);
	} catch (error) {
		throw dataFolderUnusable(dataDir, error);
	}
}

function hasCreated(path: string): boolean {
	try {
		writeFileSync(path, mine(null), { flag: "wx" });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw dataFolderUnusable(path, error);
	}
}

function lockAt(path: string): FolderLock {
	held.add(path);
	return {
		serveAt(url) {
			const next = `${path}.${process.pid}`;
			writeFileSync(next, mine(url));
			renameSync(next, path); // never half-written: that would look like a lock nobody holds
		},
		release() {
			if (held.delete(path) && holderOf(textOf(path))?.pid === process.pid)
				rmSync(path, { force: true });
		},
	};
}

function mine(url: string | null): string {
	return JSON.stringify({ pid: process.pid, url } satisfies LockFile);
}

function textOf(path: string): string | null {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return null;
	}
}

function holderOf(text: string | null): LockFile | null {
	try {
		const holder = JSON.parse(text ?? "") as LockFile;
		return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : null;
	} catch {
		return null;
	}
}

function isHolding(path: string, { pid }: LockFile): boolean {
	if (pid === process.pid && isMainThread) return held.has(path);
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
	}
	return isNode(pid);
}

/** After a crash of the machine the pid may be another program's. Where that cannot be told, it is believed. */
function isNode(pid: number): boolean {
	try {
		const program = basename(readlinkSync(`/proc/${pid}/exe`));
		return program.startsWith("node") || program === basename(process.execPath);
	} catch {
		return true;
	}
}

/** Remove a lock nobody holds, unless another process took it over since `text` was read: then give it back. */
function setAside(path: string, text: string | null): void {
	const aside = `${path}.${process.pid}`;
	try {
		renameSync(path, aside);
		if (textOf(aside) !== text) linkSync(aside, path);
	} catch {
		// gone, or there again: the next attempt looks afresh
	}
	rmSync(aside, { force: true });
}
