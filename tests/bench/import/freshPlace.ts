// An empty database for one run: a folder, or a database of its own beside the one that DATABASE_URL names.
import { join } from "node:path";
import knexFactory from "knex";
import type { DatabasePlace } from "../../../server/db/openDatabase.ts";

export async function freshPlace(
	folder: string,
): Promise<{ place: DatabasePlace; remove: () => Promise<void> }> {
	const given = process.env["DATABASE_URL"];
	if (!given) return { place: { dataDir: join(folder, "data") }, remove: async () => {} };
	const name = `bench_${process.pid}`;
	const maintain = async (sql: string) => {
		const knex = knexFactory({ client: "pg", connection: given, pool: { min: 0, max: 1 } });
		await knex.raw(sql);
		await knex.destroy();
	};
	await maintain(`create database ${name}`);
	const url = new URL(given);
	url.pathname = name;
	return { place: { url: url.href }, remove: () => maintain(`drop database ${name} with (force)`) };
}
