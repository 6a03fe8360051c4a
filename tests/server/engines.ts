// The same tests on both engines: an embedded folder, and a fresh database of the private cluster.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import knexFactory from "knex";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { migrate } from "../../server/db/migrate.ts";
import { type Database, type DatabasePlace, openDatabase } from "../../server/db/openDatabase.ts";

export type Engine = Database["engine"];

/** A place for a new, empty database and how to remove it. */
export async function newPlace(
	engine: Engine,
): Promise<{ place: DatabasePlace; remove(): Promise<void> }> {
	if (engine === "embedded") {
		const folder = mkdtempSync(join(tmpdir(), "jiequan-data-"));
		return {
			place: { dataDir: folder },
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	}
	const serverUrl = inject("serverUrl");
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const maintain = async (sql: string) => {
		const knex = knexFactory({ client: "pg", connection: serverUrl, pool: { min: 0, max: 1 } });
		await knex.raw(sql);
		await knex.destroy();
	};
	await maintain(`create database ${name}`);
	const url = new URL(serverUrl);
	url.pathname = name;
	return { place: { url: url.href }, remove: () => maintain(`drop database ${name} with (force)`) };
}

/** Engines this run can test; a missing server was reported by the global setup. */
export function enginesHere(): Engine[] {
	return inject("serverUrl") === "" ? ["embedded"] : ["embedded", "server"];
}

/** Run a block of tests on each engine with one migrated database for the block. */
export function onBothEngines(
	name: string,
	block: (db: () => Database, engine: Engine) => void,
): void {
	describe.each(enginesHere())(`${name}, %s engine`, (engine) => {
		let db: Database;
		let remove: () => Promise<void>;
		const files = mkdtempSync(join(tmpdir(), "jiequan-files-"));
		beforeAll(async () => {
			const made = await newPlace(engine);
			remove = made.remove;
			process.env["JIEQUAN_DATA"] = files; // where a database on a server keeps files
			db = await openDatabase(made.place);
			await migrate(db);
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
