// Bring a database to this program's schema: numbered SQL files, forward only, each in a transaction of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Knex } from "knex";
import { Refused } from "../errors.ts";
import type { Database } from "./openDatabase.ts";

const FOLDER = fileURLToPath(new URL("../../migrations/", import.meta.url));
const LOCK_KEY = 7_020_211; // any number, the same in every process
const MIGRATIONS_TABLE =
	"create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())";

/** Run what is missing and return its names. Refuses a database that a newer version wrote (`database.newer`). */
export async function migrate(
	{ knex, engine }: Pick<Database, "knex" | "engine">,
	folder = FOLDER,
): Promise<string[]> {
	const inTurn = <T>(work: (trx: Knex.Transaction) => Promise<T>) =>
		knex.transaction(async (trx) => {
			if (engine === "server") await trx.raw("select pg_advisory_xact_lock(?)", [LOCK_KEY]);
			return await work(trx);
		});
	await inTurn((trx) => trx.raw(MIGRATIONS_TABLE));
	const files = migrationFiles(folder);
	const unknown = (await namesDone(knex)).filter((name) => !files.includes(name));
	if (unknown.length > 0) throw newer(unknown);
	const applied: string[] = [];
	for (const name of files)
		await inTurn(async (trx) => {
			if ((await namesDone(trx)).includes(name)) return;
			await trx.raw(rawSql(join(folder, name)));
			await trx("migrations").insert({ name });
			applied.push(name);
		});
	return applied;
}

/** Names of all migrations this program knows, in order. */
export function migrationFiles(folder = FOLDER): string[] {
	return readdirSync(folder)
		.filter((name) => /^\d{4}_.+\.sql$/.test(name))
		.sort();
}

function namesDone(knex: Knex): Promise<string[]> {
	return knex("migrations").orderBy("migrations.name").pluck("migrations.name");
}

/** knex reads a question mark as a placeholder, also in a comment or as jsonb's operator. */
function rawSql(path: string): string {
	return readFileSync(path, "utf8").replaceAll("?", "\\?");
}

function newer(unknown: readonly string[]): Refused {
	const names = unknown.join(", ");
	return new Refused("database.newer", {
		zh: `数据库由更新的版本写成（多出 ${names}）。换用那个版本的程序。`,
		en: `The database was written by a newer version (it has ${names}). Use that version of the program.`,
	});
}
