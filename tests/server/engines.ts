// The same tests on both engines: an embedded folder, and a fresh database of the private cluster.
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type Database, type DatabasePlace, openDatabase } from "../../server/db/openDatabase.ts";
import { dropDatabase, newDatabase } from "./newDatabase.ts";

export type Engine = Database["engine"];

/** What a new database is a copy of: a closed data folder, or the name of a database that nobody is connected to. */
export type Template = string;

interface NewPlace {
	readonly place: DatabasePlace;
	remove(): Promise<void>;
}

/** A place for a new database and how to remove it: empty, or a copy. */
export async function newPlace(engine: Engine, template?: Template): Promise<NewPlace> {
	if (engine === "embedded") {
		const folder = mkdtempSync(join(tmpdir(), "jiequan-data-"));
		return {
			place: await copyOf(engine, template, folder),
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	}
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	return {
		place: await copyOf(engine, template, name),
		remove: () => dropDatabase(inject("serverUrl"), name),
	};
}

/** The place of a copy, which can be a template in its turn while nobody has it open. */
export async function copyOf(
	engine: Engine,
	from: Template | undefined,
	to: Template,
): Promise<DatabasePlace> {
	if (engine === "server") return { url: await newDatabase(inject("serverUrl"), to, from) };
	if (from !== undefined) cpSync(from, to, { recursive: true });
	return { dataDir: to };
}

/** A database that has its schema and nothing else. */
export function migrated(engine: Engine): Template {
	return engine === "embedded" ? inject("migratedFolder") : inject("migratedDatabase");
}

/** Engines this run can test; a missing server was reported by the global setup. */
export function enginesHere(): Engine[] {
	return inject("serverUrl") === "" ? ["embedded"] : ["embedded", "server"];
}

/** Run a block of tests on each engine with one database for the block, by default a migrated one. */
export function onBothEngines(
	name: string,
	block: (db: () => Database, engine: Engine) => void,
	templateOf: (engine: Engine) => Template | Promise<Template> = migrated,
): void {
	describe.each(enginesHere())(`${name}, %s engine`, (engine) => {
		let db: Database;
		let remove: () => Promise<void>;
		const files = mkdtempSync(join(tmpdir(), "jiequan-files-"));
		beforeAll(async () => {
			process.env["JIEQUAN_DATA"] = files; // where a database on a server keeps files
			const made = await newPlace(engine, await templateOf(engine));
			remove = made.remove;
			db = await openDatabase(made.place);
		});
		afterAll(async () => {
			await db?.close();
			await remove?.();
			delete process.env["JIEQUAN_DATA"];
			rmSync(files, { recursive: true, force: true });
		});
		block(() => db, engine);
	});
}
