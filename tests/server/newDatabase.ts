// A database on the private cluster.
import knexFactory from "knex";

/** URL of a new database; empty, or a copy of another that nobody is connected to. */
export async function newDatabase(
	serverUrl: string,
	name: string,
	template = "template1",
): Promise<string> {
	await maintain(serverUrl, `create database ${name} template ${template}`);
	const url = new URL(serverUrl);
	url.pathname = name;
	return url.href;
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
	await maintain(serverUrl, `drop database ${name} with (force)`);
}

async function maintain(serverUrl: string, sql: string): Promise<void> {
	const knex = knexFactory({ client: "pg", connection: serverUrl, pool: { min: 0, max: 1 } });
	await knex.raw(sql);
	await knex.destroy();
}
