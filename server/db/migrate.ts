// Bring a database to this program's schema: numbered SQL files, forward only, each in a transaction of its own.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Refused } from "../errors.ts";
import type { Database } from "./openDatabase.ts";

const FOLDER = fileURLToPath(new URL("../../migrations/", import.meta.url));
const LOCK_KEY = 7_020_211; // any number, the same in every process

/** Run what is missing and return its names. Refuses a database that a newer version wrote (`database.newer`). */
export async function migrate(
	{ knex, engine }: Database,
	files = migrationFiles(),
): Promise<string[]> {
	await knex.raw(
		"create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
	);
	const done = new Set<string>(await knex("migrations").pluck("migrations.name"));
	const unknown = [...done].filter((name) => !files.includes(name));
	if (unknown.length > 0) throw newer(unknown);
	const missing = files.filter((name) => !done.has(name));
	for (const name of missing)
		await knex.transaction(async (trx) => {
			if (engine === "server") await trx.raw("select pg_advisory_xact_lock(?)", [LOCK_KEY]);
			const { rows } = await trx.raw("select 1 from migrations where migrations.name = ?", [name]);
			if (rows.length > 0) return; // another process was faster
			await trx.raw(readFileSync(FOLDER + name, "utf8"));
			await trx.raw("insert into migrations (name) values (?)", [name]);
		});
	return missing;
}

/** Names of all migrations this program knows, in order. */
export function migrationFiles(): string[] {
	return readdirSync(FOLDER)
		.filter((name) => /^\d{4}_.+\.sql$/.test(name))
		.sort();
}

function newer(unknown: readonly string[]): Refused {
	const names = unknown.join(", ");
	return new Refused("database.newer", {
		zh: `数据库由更新的版本写成（多出 ${names}）。换用那个版本的程序。`,
		en: `The database was written by a newer version (it has ${names}). Use that version of the program.`,
	});
}
