// A server that answers but cannot be used says why before anything is written.
import knexFactory from "knex";
import { describe, expect, inject, test } from "vitest";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { enginesHere, newPlace } from "../engines.ts";

describe.runIf(enginesHere().includes("server"))("a database server", () => {
	const maintain = async (sql: readonly string[], url = inject("serverUrl")) => {
		const knex = knexFactory({ client: "pg", connection: url, pool: { min: 0, max: 1 } });
		for (const one of sql) await knex.raw(one);
		await knex.destroy();
	};
	const serverAs = (user: string | null, name: string) => {
		const url = new URL(inject("serverUrl"));
		if (user !== null) url.username = user;
		url.pathname = name;
		return url.href;
	};

	test("with a database that is not UTF8 is refused by its encoding", async () => {
		const name = `latin_${Date.now()}`;
		await maintain([
			`create database ${name} encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`,
		]);
		await expect(openDatabase({ url: serverAs(null, name) })).rejects.toMatchObject({
			code: "database.not-unicode",
			message: /LATIN1/,
		});
		await maintain([`drop database ${name} with (force)`]);
	});

	test("whose user may not create tables is refused with what to do", async () => {
		const { place, remove } = await newPlace("server");
		const name = "url" in place ? new URL(place.url).pathname.slice(1) : "";
		const user = `reader_${Date.now()}`;
		await maintain([
			`create role ${user} login password 'x'`,
			`grant connect on database ${name} to ${user}`,
		]);
		const url = new URL(serverAs(user, name));
		url.password = "x";
		await expect(openDatabase({ url: url.href })).rejects.toMatchObject({
			code: "database.no-rights",
		});
		await remove();
		await maintain([`drop role ${user}`]);
	});
});
