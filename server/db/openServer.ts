// The server engine: PostgreSQL 15 or newer with PostGIS 3.3 or newer, and why one cannot be used.
import knexFactory, { type Knex } from "knex";
import { Refused } from "../errors.ts";
import { requirePostgis } from "./requirePostgis.ts";

const OLDEST_SERVER = 150_000;

interface ServerFacts {
	readonly version: number;
	readonly encoding: string;
	readonly can_create: boolean | null;
}

/** A pool of connections; refuses with one line when the server cannot be reached or used. */
export async function openServer(url: string): Promise<Knex> {
	let knex: Knex | null = null;
	try {
		knex = connectTo(url);
		const facts = await factsOf(knex, url);
		if (facts.version < OLDEST_SERVER) throw tooOld(facts.version);
		if (facts.encoding !== "UTF8") throw notUnicode(facts.encoding);
		if (facts.can_create !== true) throw noRights();
		await requirePostgis(knex);
		return knex;
	} catch (error) {
		await knex?.destroy();
		throw error;
	}
}

function connectTo(url: string): Knex {
	try {
		return knexFactory({
			client: "pg",
			connection: url,
			pool: { min: 0, max: 10 },
			acquireConnectionTimeout: 10_000,
			log: { warn() {}, error() {}, deprecate() {}, debug() {} }, // a failure is told once, by whoever catches it
		});
	} catch (error) {
		throw unreachable(url, error);
	}
}

async function factsOf(knex: Knex, url: string): Promise<ServerFacts> {
	try {
		const { rows } = await knex.raw(`
			select
				current_setting('server_version_num')::integer as version,
				current_setting('server_encoding') as encoding,
				has_schema_privilege(current_schema(), 'create') as can_create`);
		return rows[0];
	} catch (error) {
		throw unreachable(url, error);
	}
}

function unreachable(url: string, error: unknown): Refused {
	const place = placeOf(url);
	const why = (error instanceof Error && error.message) || "no answer";
	return new Refused("database.unreachable", {
		zh: `连不上 DATABASE_URL 所指的数据库 ${place}（${why}）。查看地址、端口和服务是否在运行。`,
		en: `Cannot reach the database of DATABASE_URL at ${place} (${why}). Check the address, the port, and that it runs.`,
	});
}

/** Host, port and name: never a password, wherever in the address it stands. */
function placeOf(url: string): string {
	try {
		const { host, pathname } = new URL(url);
		return `${host}${pathname}`;
	} catch {
		return "postgres://…";
	}
}

function tooOld(version: number): Refused {
	const major = Math.floor(version / 10_000);
	return new Refused("database.too-old", {
		zh: `数据库是 PostgreSQL ${major}，需要 15 或更新。`,
		en: `The database is PostgreSQL ${major}; 15 or newer is needed.`,
	});
}

function notUnicode(encoding: string): Refused {
	return new Refused("database.not-unicode", {
		zh: `数据库的编码是 ${encoding}，需要 UTF8。用 create database … encoding 'UTF8' template template0 另建一个。`,
		en: `The database's encoding is ${encoding}; UTF8 is needed. Make one with create database … encoding 'UTF8' template template0.`,
	});
}

function noRights(): Refused {
	return new Refused("database.no-rights", {
		zh: "DATABASE_URL 的用户无权在此数据库建表。让它成为数据库的所有者。",
		en: "The user of DATABASE_URL may not create tables in this database. Make it the owner of the database.",
	});
}
