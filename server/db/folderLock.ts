// One process per data folder: the embedded engine itself has no lock, and two writers silently lose work.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refused } from "../errors.ts";

interface LockFile {
	readonly pid: number;
	readonly url: string | null;
}

export interface FolderLock {
	/** Say where this process serves, for whoever meets the lock. */
	serveAt(url: string): void;
	release(): void;
}

/** Take the folder or refuse with `data-folder.locked`; the lock of a process that is gone is taken over. */
export function lockFolder(dataDir: string): FolderLock {
	mkdirSync(dataDir, { recursive: true });
	const path = join(dataDir, "jiequan.lock");
	const mine = (url: string | null) => JSON.stringify({ pid: process.pid, url } satisfies LockFile);
	for (let attempt = 0; ; attempt++) {
		try {
			writeFileSync(path, mine(null), { flag: "wx" });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
			const holder = readLock(path);
			if (attempt > 2 || (holder !== null && isAlive(holder.pid))) throw locked(dataDir, holder);
			rmSync(path, { force: true });
		}
	}
	return {
		serveAt: (url) => writeFileSync(path, mine(url)),
		release: () => rmSync(path, { force: true }),
	};
}

function readLock(path: string): LockFile | null {
	try {
		return JSON.parse(readFileSync(path, "utf8")) as LockFile;
	} catch {
		return null;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

function locked(dataDir: string, holder: LockFile | null): Refused {
	const who = `${holder?.pid ?? "?"}${holder?.url ? `, ${holder.url}` : ""}`;
	return new Refused("data-folder.locked", {
		zh: `数据目录 ${dataDir} 正由另一进程使用（pid ${who}）。先停下那个服务，或改用 DATABASE_URL。`,
		en: `The data folder ${dataDir} is in use by another process (pid ${who}). Stop that server or use DATABASE_URL.`,
	});
}
