// One database language, two engines, one driver: knex's pg client on PGlite's thread or on a PostgreSQL server.
import { join, resolve } from "node:path";
import type { Knex } from "knex";
import { type FolderLock, lockFolder } from "./folderLock.ts";
import { openServer } from "./openServer.ts";
import { startEngine } from "./startEngine.ts";

export interface Database {
	readonly knex: Knex;
	readonly engine: "embedded" | "server";
	/** Folder for files that were handed in. */
	readonly filesFolder: string;
	/** The lock on an embedded folder; null for a server. */
	readonly lock: FolderLock | null;
	close(): Promise<void>;
}

export type DatabasePlace = { readonly dataDir: string } | { readonly url: string };

/** Open either engine. Refuses with one line when the folder is locked or damaged, or the server cannot be used. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
	if ("dataDir" in place) return await openEmbedded(place.dataDir);
	const knex = await openServer(place.url);
	const filesFolder = resolve(process.env["JIEQUAN_DATA"] ?? "./data", "files");
	return { knex, engine: "server", filesFolder, lock: null, close: () => knex.destroy() };
}

async function openEmbedded(dataDir: string): Promise<Database> {
	const folder = resolve(dataDir);
	const lock = await lockFolder(folder);
	try {
		const engine = await startEngine(folder);
		const knex = engine.knex();
		const close = async () => {
			try {
				await knex.destroy();
				await engine.close();
			} finally {
				lock.release();
			}
		};
		return { knex, engine: "embedded", filesFolder: join(folder, "files"), lock, close };
	} catch (error) {
		lock.release();
		throw error;
	}
}
