// One database language, two engines, one driver: knex's pg client on PGlite's thread or on a PostgreSQL server.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import knexFactory, { type Knex } from "knex";
import { Refused } from "../errors.ts";
import { EmbeddedEngine } from "./EmbeddedEngine.ts";
import { embeddedTemplate } from "./embeddedTemplate.ts";
import { type FolderLock, lockFolder } from "./folderLock.ts";

export interface Database {
	readonly knex: Knex;
	readonly engine: "embedded" | "server";
	/** The lock on an embedded folder; null for a server. */
	readonly lock: FolderLock | null;
	close(): Promise<void>;
}

export type DatabasePlace = { readonly dataDir: string } | { readonly url: string };

const OLDEST_SERVER = 150_000;

/** Open either engine. Refuses with one line when the folder is locked or the server cannot be used. */
export function openDatabase(place: DatabasePlace): Promise<Database> {
	return "url" in place ? openServer(place.url) : openEmbedded(place.dataDir);
}

async function openEmbedded(dataDir: string): Promise<Database> {
	const folder = resolve(dataDir);
	const lock = lockFolder(folder);
	try {
		const files = resolve(folder, "pg");
		const isNew = !existsSync(resolve(files, "PG_VERSION"));
		const engine = new EmbeddedEngine(files, isNew ? await embeddedTemplate() : null);
		await engine.ready();
		const knex = engine.knex();
		const close = async () => {
			await knex.destroy();
			await engine.close();
			lock.release();
		};
		return { knex, engine: "embedded", lock, close };
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function openServer(url: string): Promise<Database> {
	const knex = knexFactory({
		client: "pg",
		connection: url,
		pool: { min: 0, max: 10 },
		acquireConnectionTimeout: 10_000,
		log: { warn() {}, error() {}, deprecate() {}, debug() {} }, // a failure is told once, by whoever catches it
	});
	try {
		const { rows } = await knex.raw("show server_version_num");
		const version = Number(rows[0].server_version_num);
		if (version < OLDEST_SERVER) throw tooOld(version);
		return { knex, engine: "server", lock: null, close: () => knex.destroy() };
	} catch (error) {
		await knex.destroy();
		if (error instanceof Refused) throw error;
		throw unreachable(url, error as Error);
	}
}

function unreachable(url: string, { message }: Error): Refused {
	const place = url.replace(/\/\/[^@/]*@/, "//"); // never print a password
	const why = message || "no answer";
	return new Refused("database.unreachable", {
		zh: `连不上 DATABASE_URL 所指的数据库 ${place}（${why}）。查看地址、端口和服务是否在运行。`,
		en: `Cannot reach the database of DATABASE_URL at ${place} (${why}). Check the address, the port, and that it runs.`,
	});
}

function tooOld(version: number): Refused {
	const major = Math.floor(version / 10_000);
	return new Refused("database.too-old", {
		zh: `数据库是 PostgreSQL ${major}，需要 15 或更新。`,
		en: `The database is PostgreSQL ${major}; 15 or newer is needed.`,
	});
}
