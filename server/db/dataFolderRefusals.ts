// Why a data folder cannot be opened, in words for the person.
import { Refused } from "../errors.ts";

export function dataFolderLocked(
	dataDir: string,
	holder: { readonly pid: number; readonly url: string | null } | null,
): Refused {
	const who = `${holder?.pid ?? "?"}${holder?.url ? `, ${holder.url}` : ""}`;
	return new Refused("data-folder.locked", {
		zh: `数据目录 ${dataDir} 正由另一进程使用（pid ${who}）。先停下那个服务，或改用 DATABASE_URL。`,
		en: `The data folder ${dataDir} is in use by another process (pid ${who}). Stop that server or use DATABASE_URL.`,
	});
}

/** The folder cannot be made, read or written. */
export function dataFolderUnusable(dataDir: string, error: unknown): Refused {
	const why = firstLine(error);
	return new Refused("data-folder.unusable", {
		zh: `数据目录 ${dataDir} 不能用（${why}）。查看路径和权限，或用 --data 另指目录。`,
		en: `The data folder ${dataDir} cannot be used (${why}). Check path and rights, or name another with --data.`,
	});
}

/** The folder is there, but the database in it does not start. */
export function dataFolderDamaged(dataDir: string, error: unknown): Refused {
	const why = firstLine(error);
	return new Refused("data-folder.damaged", {
		zh: `数据目录 ${dataDir} 中的数据库打不开（${why}）。用备份恢复，或用 --data 另指目录。`,
		en: `The database in the data folder ${dataDir} does not start (${why}). Restore a backup or name another folder with --data.`,
	});
}

function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split("\n", 1)[0] ?? text;
}
