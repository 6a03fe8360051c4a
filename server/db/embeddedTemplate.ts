// A new embedded database is a copy of one with PostGIS in it, which takes long to make. Made on first use.
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedEngine } from "./EmbeddedEngine.ts";
import { cacheFile } from "./packageCache.ts";

/** Folder of the template, made when missing; null where it cannot be kept (then a new database takes longer). */
export async function embeddedTemplate(): Promise<string | null> {
	const path = cacheFile("pglite");
	if (existsSync(path)) return path;
	const own = `${path}.${process.pid}`;
	try {
		mkdirSync(dirname(path), { recursive: true });
		accessSync(dirname(path), constants.W_OK); // before seconds are spent on what cannot be kept
		await (await makeDatabase(own)).close();
		renameSync(own, path); // whole or not at all
		return path;
	} catch {
		rmSync(own, { recursive: true, force: true });
		return existsSync(path) ? path : null; // somebody else may have been first
	}
}

/** A database in a new folder, with PostGIS, which only the whole package can make. */
export async function makeDatabase(folder: string): Promise<EmbeddedEngine> {
	const engine = new EmbeddedEngine(folder, null);
	await engine.ready();
	const knex = engine.knex();
	await knex.raw("create extension postgis");
	await knex.destroy();
	return engine;
}
