import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getBlob, putBlob } from "../../../server/db/blobs.ts";
import { bulkInsert } from "../../../server/db/bulkInsert.ts";
import { describeSchema } from "../../../server/db/describeSchema.ts";
import { EmbeddedEngine } from "../../../server/db/EmbeddedEngine.ts";
import { migrate, migrationFiles } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { newPlace, onBothEngines } from "../engines.ts";

onBothEngines("the database", (db) => {
	test("is at this version after migrating, and migrating again changes nothing", async () => {
		expect(await migrate(db())).toEqual([]);
		expect(await db().knex("migrations").pluck("migrations.name")).toEqual(migrationFiles());
	});

	test("looks as migrations/schema.sql says (stale? run npm run schema)", async () => {
		expect(await describeSchema(db().knex)).toBe(readFileSync("migrations/schema.sql", "utf8"));
	});

	test("takes many rows at once, with nulls and Chinese text, whole or not at all", async () => {
		const { knex } = db();
		await knex.raw(
			"create table pieces (name text primary key, floors integer, geom geometry(Point, 4326))",
		);
		const columns = [
			{ name: "name", type: "text" },
			{ name: "floors", type: "integer" },
			{ name: "geom", type: "text", expression: "{}::geometry" },
		];
		const point = "0101000020E61000000000000000405E400000000000003F40"; // 121, 31
		const rows = Array.from({ length: 9_001 }, (_, i) => [
			`沿河路 ${i} 号, "院"`,
			i % 3 === 0 ? null : i,
			point,
		]);
		await knex.transaction((trx) => bulkInsert(trx, "pieces", columns, rows));
		const { rows: found } = await knex.raw(
			"select count(*)::integer as pieces, count(floors)::integer as floors, max(st_x(geom)) as lon from pieces",
		);
		expect(found[0]).toEqual({ pieces: 9_001, floors: 6_000, lon: 121 });
		const twice = knex.transaction(async (trx) => {
			await trx("pieces").delete();
			await bulkInsert(trx, "pieces", columns, [...rows.slice(0, 2), rows[0]]);
		});
		await expect(twice).rejects.toMatchObject({ code: "23505" });
		expect(await knex("pieces").count({ count: "*" })).toEqual([{ count: "9001" }]);
	});

	test("gives a large binary back as it was, and notices damage", async () => {
		const { knex } = db();
		const bytes = Uint8Array.from({ length: 2_500_001 }, (_, i) => (i * 31) & 255);
		const hash = await putBlob(knex, bytes);
		expect(await putBlob(knex, bytes)).toBe(hash);
		expect(Buffer.compare(await getBlob(knex, hash), bytes)).toBe(0);
		await knex("blobs").where({ hash, piece: 1 }).delete();
		await expect(getBlob(knex, hash)).rejects.toThrow(/missing or damaged/);
	});

	test("written by a newer version is refused by name", async () => {
		const { knex } = db();
		await knex("migrations").insert({ name: "9999_from_the_future.sql" });
		await expect(migrate(db())).rejects.toMatchObject({
			code: "database.newer",
			message: /9999_from_the_future/,
		});
		await knex("migrations").where({ name: "9999_from_the_future.sql" }).delete();
	});
});

describe("a data folder", () => {
	test("in use by a living process is refused with its pid and address", async () => {
		const { place, remove } = await newPlace("embedded");
		const db = await openDatabase(place);
		db.lock?.serveAt("http://127.0.0.1:3000");
		await expect(openDatabase(place)).rejects.toMatchObject({
			code: "data-folder.locked",
			message: expect.stringMatching(
				new RegExp(`pid ${process.pid}, http://127.0.0.1:3000.*DATABASE_URL`),
			),
		});
		await db.close();
		const again = await openDatabase(place);
		await again.close();
		await remove();
	});

	test("whose process was killed in the middle of a transaction opens with what was committed", async () => {
		const folder = mkdtempSync(join(tmpdir(), "jiequan-kill-"));
		const script = `
			import { register } from "tsx/esm/api"; register();
			const { openDatabase } = await import("./server/db/openDatabase.ts");
			const { knex } = await openDatabase({ dataDir: ${JSON.stringify(folder)} });
			await knex.raw("create table kept (n integer)");
			await knex("kept").insert({ n: 1 });
			await knex.transaction(async (trx) => {
				await trx("kept").insert({ n: 2 });
				process.stdout.write("half done\\n");
				await new Promise(() => setInterval(() => {}, 1000));
			});`;
		const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		await new Promise((resolve) => child.stdout.once("data", resolve));
		const ended = new Promise((resolve) => child.once("exit", resolve));
		child.kill("SIGKILL");
		await ended;
		const db = await openDatabase({ dataDir: folder });
		expect(await db.knex("kept").pluck("n")).toEqual([1]);
		await db.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test("whose database thread dies says so instead of hanging", async () => {
		const engine = new EmbeddedEngine(
			join(tmpdir(), "no", "such", "parent", `${process.pid}`, "\0"),
			null,
		);
		await expect(engine.ready()).rejects.toThrow();
	});
});

test("an unreachable DATABASE_URL is one line with the place and without the password", async () => {
	const refused = openDatabase({ url: "postgres://wang:secret@127.0.0.1:9/city" });
	await expect(refused).rejects.toMatchObject({
		code: "database.unreachable",
		message: /127\.0\.0\.1:9\/city/,
	});
	expect(String(await refused.catch((error) => error.message))).not.toContain("secret");
});
