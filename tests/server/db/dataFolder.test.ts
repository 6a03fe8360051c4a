// What a data folder goes through: crashes, restarts, other people's files.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "../../../server/db/folderLock.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "jiequan-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = 4_194_304; // above the largest pid of Linux

test("work begun on a connection that was cut is gone, and what comes after it is kept", async () => {
	const db = await openDatabase({ dataDir: folder });
	await db.knex.raw("create table kept (n integer)");
	const cut = await db.knex.client.acquireConnection();
	await cut.query("begin");
	await cut.query("insert into kept values (1)");
	cut.on("error", () => undefined);
	const ended = new Promise((resolve) => cut.once("end", resolve));
	cut.connection.stream.destroy();
	await ended;
	await db.knex.client.releaseConnection(cut);
	await db.knex("kept").insert({ n: 2 });
	await db.close();
	const again = await openDatabase({ dataDir: folder });
	expect(await again.knex("kept").pluck("n")).toEqual([2]);
	await again.close();
});

test("the lock of a process that is gone is taken over", async () => {
	writeFileSync(join(folder, "jiequan.lock"), JSON.stringify({ pid: NOBODY, url: null }));
	const lock = await lockFolder(folder);
	lock.release();
	expect(readdirSync(folder)).toEqual([]);
});

test("after a restart a container's own pid in the lock does not keep it out", async () => {
	writeFileSync(join(folder, "jiequan.lock"), JSON.stringify({ pid: process.pid, url: null }));
	const lock = await lockFolder(folder);
	lock.release();
});

test("a lock file cut off in the middle keeps nobody out for long", async () => {
	writeFileSync(join(folder, "jiequan.lock"), '{"pid":');
	const lock = await lockFolder(folder);
	lock.release();
});

test("of two that want a folder at once one gets it", async () => {
	const both = await Promise.allSettled([lockFolder(folder), lockFolder(folder)]);
	expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	for (const one of both) if (one.status === "fulfilled") one.value.release();
});

test("a process killed while it made the database leaves a folder that opens", async () => {
	mkdirSync(join(folder, "pg"));
	writeFileSync(join(folder, "pg", "PG_VERSION"), "17\n");
	writeFileSync(join(folder, "pg.making"), "");
	const db = await openDatabase({ dataDir: folder });
	await db.knex.raw("create table kept (n integer)");
	await db.close();
	expect(existsSync(join(folder, "pg.making"))).toBe(false);
});

test("a damaged database is refused by its folder, and not replaced by an empty one", async () => {
	mkdirSync(join(folder, "pg"));
	writeFileSync(join(folder, "pg", "PG_VERSION"), "17\n");
	await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
		code: "data-folder.damaged",
	});
	expect(existsSync(join(folder, "pg", "PG_VERSION"))).toBe(true);
	expect(existsSync(join(folder, "jiequan.lock"))).toBe(false);
});

test("a file where the folder should be is one line, not a stack trace", async () => {
	const path = join(folder, "notes.txt");
	writeFileSync(path, "");
	await expect(openDatabase({ dataDir: path })).rejects.toMatchObject({
		code: "data-folder.unusable",
	});
});
