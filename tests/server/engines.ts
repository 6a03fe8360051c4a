// The same tests on both engines: an embedded folder, and a fresh database of the private cluster.
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { type Database, type DatabasePlace, openDatabase } from "../../server/db/openDatabase.ts";
import { dropDatabase, newDatabase } from "./newDatabase.ts";

export type Engine = Database["engine"];

interface NewPlace {
	readonly place: DatabasePlace;
	remove(): Promise<void>;
}

/** A place for a new, empty database and how to remove it; `isMigrated`: a database that has its schema. */
export async function newPlace(engine: Engine, isMigrated = false): Promise<NewPlace> {
	if (engine === "embedded") {
		const folder = mkdtempSync(join(tmpdir(), "jiequan-data-"));
		if (isMigrated) cpSync(inject("migratedFolder"), folder, { recursive: true });
		return {
			place: { dataDir: folder },
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	}
	const serverUrl = inject("serverUrl");
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const template = isMigrated ? inject("migratedDatabase") : undefined;
	const url = await newDatabase(serverUrl, name, template);
	return { place: { url }, remove: () => dropDatabase(serverUrl, name) };
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
			const made = await newPlace(engine, true);
			remove = made.remove;
			process.env["JIEQUAN_DATA"] = files; // where a database on a server keeps files
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
