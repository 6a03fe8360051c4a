// The product killed at each stage of an upload and started again on the same folder: the stage is taken up or can be
// taken again, what is committed is whole, and nothing of unfinished work is left over.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Upload } from "../../planning/wire/uploads.ts";
import { addAccount } from "../../server/commands/addAccount.ts";
import { migrate } from "../../server/db/migrate.ts";
import { type Database, openDatabase } from "../../server/db/openDatabase.ts";

const JIEQUAN = resolve(import.meta.dirname, "../../server/jiequan.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "jiequan-killed-"));
const DATA = join(FOLDER, "data");
const PASSWORD = "correct horse";
const ROWS = 12_000;
const FILE = fileOf(3);
const SETTINGS = {
	kind: "residences",
	columns: { id: "id", lon: "lon", lat: "lat", residents: "常住人口" },
};

vi.setConfig({ testTimeout: 240_000 }); // the product is started several times

let product: ChildProcess;
let url = "";
let cookie = "";
let committed = 0;

beforeAll(async () => {
	await withDatabase(async ({ knex }) => {
		await addAccount(knex, {
			name: "data",
			displayName: "data",
			password: PASSWORD,
			grants: [{ role: "data", scopeUnitCode: null }],
		});
	});
	await start();
});

afterAll(async () => {
	await kill();
	rmSync(FOLDER, { recursive: true, force: true });
});

test("killed while receiving: what had arrived is gone, and the file can be sent again", async () => {
	const id = await announce();
	const sending = new AbortController();
	const half = new ReadableStream({
		start: (controller) => controller.enqueue(FILE.subarray(0, FILE.length / 2)),
	});
	const sent = fetch(`${url}/api/uploads/${id}/files/homes.csv`, {
		method: "PUT",
		headers: { cookie, "content-type": "application/octet-stream" },
		body: half,
		duplex: "half",
		signal: sending.signal,
	} as RequestInit).catch(() => undefined);
	const parts = join(DATA, "files", "uploads", String(id), "parts");
	await until(() => existsSync(parts) && readdirSync(parts).length === 1);
	await kill();
	sending.abort();
	await sent;
	expect(readdirSync(parts)).toHaveLength(1); // left by the killed process
	await start();
	expect(existsSync(parts)).toBe(false);
	expect(await upload(id)).toMatchObject({ state: "receiving" });
	await put(id);
	expect(await upload(id)).toMatchObject({ state: "received" });
});

test("killed while understanding: it goes on by itself", async () => {
	const id = await announce();
	await put(id);
	await killedDuring(id, "understand", {});
	expect(await rested(id)).toMatchObject({ state: "understood", problem: null });
});

test("killed while checking: it goes on by itself, and the check is whole", async () => {
	const id = await understoodUpload();
	await killedDuring(id, "check", { settings: SETTINGS });
	expect(await rested(id)).toMatchObject({
		state: "checked",
		problem: null,
		report: { read: ROWS, accepted: ROWS, leftOut: 0 },
	});
});

test.each([
	[0, 4],
	[250, 5],
	[800, 6],
])(
	"killed %i ms into committing: before the restart all of it or nothing, and then committed once",
	async (afterMs, residents) => {
		const id = await understoodUpload(fileOf(residents));
		await post(`/api/uploads/${id}/check`, { settings: SETTINGS });
		expect((await rested(id)).problem).toBeNull();
		const body = { acceptWarnings: true, reason: "核对过", renewSnapshot: false };
		await post(`/api/uploads/${id}/commit`, body);
		await setTimeout(afterMs);
		await kill();
		await withDatabase(expectWhole);
		await start();
		expect(await rested(id)).toMatchObject({ state: "committed", problem: null });
		expect(existsSync(join(DATA, "files", "uploads", String(id)))).toBe(false);
		committed++;
	},
);

test("what is in force after all of that is whole, and there once", async () => {
	await kill();
	await withDatabase(async (db) => {
		expect(await expectWhole(db)).toBe(committed);
	});
});

/** Every version of homes has its rows and was committed once; gives how many of ours there are. */
async function expectWhole({ knex }: Database): Promise<number> {
	const { rows } = await knex.raw(`
		select
		  layer_versions.feature_count as announced,
		  (select count(*)::integer from residences where residences.layer_version_id = layer_versions.id) as stored,
		  (select count(*)::integer from layer_commits where layer_commits.layer_version_id = layer_versions.id) as commits
		from layer_versions
		join layers on layers.id = layer_versions.layer_id
		where layers.kind = 'residences'
	`);
	for (const { announced, stored, commits } of rows)
		expect([stored, commits]).toEqual([announced, 1]);
	return rows.filter(({ announced }: { announced: number }) => announced === ROWS).length;
}

function fileOf(residents: number): Buffer<ArrayBuffer> {
	const rows = Array.from(
		{ length: ROWS },
		(_, i) => `h${i},${121 + (i % 300) / 1e4},${31 + i / 1e6},${residents}`,
	);
	return Buffer.from(`id,lon,lat,常住人口\n${rows.join("\n")}\n`);
}

/** Begin a stage, kill the product while it runs, start it again. */
async function killedDuring(id: number, stage: string, body: object): Promise<void> {
	await post(`/api/uploads/${id}/${stage}`, body);
	await kill();
	await start();
}

async function understoodUpload(file = FILE): Promise<number> {
	const id = await announce();
	await put(id, file);
	await post(`/api/uploads/${id}/understand`, {});
	expect(await rested(id)).toMatchObject({ state: "understood" });
	return id;
}

async function announce(): Promise<number> {
	const files = [{ name: "homes.csv", sizeBytes: FILE.length }];
	return (await post("/api/uploads", { files })).id;
}

async function put(id: number, file = FILE): Promise<void> {
	const { status } = await fetch(`${url}/api/uploads/${id}/files/homes.csv`, {
		method: "PUT",
		headers: { cookie, "content-type": "application/octet-stream" },
		body: file,
	});
	expect(status).toBe(200);
}

async function post(path: string, body: object): Promise<Upload> {
	const response = await fetch(url + path, {
		method: "POST",
		headers: { cookie, "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	expect([path, response.status]).toEqual([path, 200]);
	return (await response.json()) as Upload;
}

async function upload(id: number): Promise<Upload> {
	return (await (
		await fetch(`${url}/api/uploads/${id}`, { headers: { cookie } })
	).json()) as Upload;
}

async function rested(id: number): Promise<Upload> {
	for (let polls = 0; polls < 600; polls++) {
		const now = await upload(id);
		if (now.work === null) return now;
		await setTimeout(100);
	}
	throw new Error(`Upload ${id} is still being worked on.`);
}

async function start(): Promise<void> {
	const { DATABASE_URL: _, NODE_ENV: _mode, ...environment } = process.env;
	product = spawn(process.execPath, [JIEQUAN, "serve"], {
		env: { ...environment, PORT: "0", HOST: "127.0.0.1", JIEQUAN_DATA: DATA },
		stdio: ["ignore", "ignore", "pipe"],
	});
	url = await new Promise<string>((ready, failed) => {
		let said = "";
		product.stderr?.on("data", (text: Buffer) => {
			said += text.toString();
			const found = /^ready (http\S+)/m.exec(said)?.[1];
			if (found !== undefined) ready(found);
		});
		product.once("exit", (code) => failed(new Error(`serve ended with ${code}:\n${said}`)));
	});
	if (cookie !== "") return; // sessions outlive the process
	const response = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ name: "data", password: PASSWORD }),
	});
	expect(response.status).toBe(200);
	cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function kill(): Promise<void> {
	if (product.exitCode !== null || product.signalCode !== null) return;
	const ended = once(product, "exit");
	product.kill("SIGKILL");
	await ended;
}

async function withDatabase(use: (db: Database) => Promise<unknown>): Promise<void> {
	const db = await openDatabase({ dataDir: DATA });
	try {
		await migrate(db);
		await use(db);
	} finally {
		await db.close();
	}
}

async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 500 && !isSo(); tries++) await setTimeout(20);
	expect(isSo()).toBe(true);
}
