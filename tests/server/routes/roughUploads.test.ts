// Uploads on a rough day: cut off, of the wrong size, twice at once, under impossible names, on a full disk.
import { existsSync, readdirSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Upload } from "../../../planning/wire/uploads.ts";
import { announced, checked, received, rested, understood } from "./handIn.ts";
import type { Agent } from "./people.ts";
import { onTinyServer } from "./tinyServer.ts";

const SHOPS = {
	name: "shops.csv",
	bytes: "id,名称,lon,lat\n1,北园菜场,121.0005,31.0005\n2,南园菜场,121.0025,31.0005\n",
};
const SETTINGS = { kind: "facilities", category: "COM-SHP", add: false };

onTinyServer("rough days", (server, db) => {
	const data = () => server().agents.data;
	const folderOf = (id: number) => join(db().filesFolder, "uploads", String(id));
	const filesIn = (id: number) =>
		["files", "parts"].flatMap((name) =>
			existsSync(join(folderOf(id), name)) ? readdirSync(join(folderOf(id), name)) : [],
		);
	const now = async (id: number): Promise<Upload> =>
		(await data().get(`/api/uploads/${id}`).expect(200)).body;

	test("a file cut off at 60 % is gone, the upload still waits for it, and sending it again works", async () => {
		const bytes = Buffer.alloc(1_000_000, "a");
		const id = await announced(data(), [{ name: "large.csv", bytes }]);
		await cutOff(data(), `/api/uploads/${id}/files/large.csv`, bytes.subarray(0, 600_000));
		for (let tries = 0; filesIn(id).length > 0 && tries < 100; tries++) await setTimeout(20);
		expect(filesIn(id)).toEqual([]);
		expect(await now(id)).toMatchObject({ state: "receiving", problem: null });
		await put(data(), id, "large.csv", bytes).expect(200);
		expect(await now(id)).toMatchObject({ state: "received" });
	});

	test.each([
		["longer", "abcdef"],
		["shorter", "ab"],
	])("a file that is %s than announced is not taken", async (_, bytes) => {
		const id = await announced(data(), [{ name: "a.csv", bytes: "abcd" }]);
		const { status, body } = await put(data(), id, "a.csv", bytes);
		expect([status, body.error.code]).toEqual([400, "upload.incomplete"]);
		expect(filesIn(id)).toEqual([]);
		expect(await now(id)).toMatchObject({ state: "receiving" });
	});

	test.runIf(existsSync("/dev/full"))("a full disk is 507, and nothing is left over", async () => {
		const id = await announced(data(), [SHOPS]);
		const parts = join(folderOf(id), "parts");
		await mkdir(parts, { recursive: true });
		for (let n = 1; n < 100; n++) await symlink("/dev/full", join(parts, `${process.pid}-${n}`));
		const { status, body } = await put(data(), id, SHOPS.name, SHOPS.bytes);
		expect([status, body.error.code]).toEqual([507, "storage.full"]);
		expect(readdirSync(parts)).toHaveLength(98); // the link of this attempt is gone, too
		expect(await now(id)).toMatchObject({ state: "receiving" });
	});

	test("nothing can be asked of an upload before its file is there, and the upload takes no harm", async () => {
		const id = await announced(data(), [SHOPS]);
		for (const [stage, asked] of [
			["understand", {}],
			["commit", {}],
		] as const) {
			const { status, body } = await data().post(`/api/uploads/${id}/${stage}`).send(asked);
			expect([stage, status, body.error.code]).toEqual([stage, 409, "upload.not-received"]);
		}
		expect(await now(id)).toMatchObject({ state: "receiving", problem: null });
		await put(data(), id, SHOPS.name, SHOPS.bytes).expect(200);
		await data().post(`/api/uploads/${id}/understand`).send({}).expect(200);
		expect(await rested(data(), id)).toMatchObject({ state: "understood" });
		const { status, body } = await data().post(`/api/uploads/${id}/commit`).send({});
		expect([status, body.error.code]).toEqual([409, "upload.not-understood"]);
	});

	test("the same file sent twice at once into one upload is there once, and whole", async () => {
		const id = await announced(data(), [SHOPS]);
		const answers = await Promise.all([
			put(data(), id, SHOPS.name, SHOPS.bytes),
			put(data(), id, SHOPS.name, SHOPS.bytes),
		]);
		for (const { status, body } of answers)
			expect([200, 409], JSON.stringify(body)).toContain(status);
		expect(filesIn(id)).toEqual([SHOPS.name]);
		expect(await now(id)).toMatchObject({ state: "received" });
	});

	test("the same file committed by two uploads at the same moment is one version", async () => {
		const ids = [
			(await checked(data(), SETTINGS, SHOPS)).id,
			(await checked(data(), SETTINGS, SHOPS)).id,
		];
		const body = { acceptWarnings: true, reason: "核对过", renewSnapshot: false };
		await Promise.all(
			ids.map((id) => data().post(`/api/uploads/${id}/commit`).send(body).expect(200)),
		);
		const ended = [];
		for (const id of ids) ended.push(await rested(data(), id));
		expect(ended.map(({ problem }) => problem)).toEqual([null, null]);
		// whichever came first made the version
		expect(ended.map(({ committed }) => committed?.unchanged).sort()).toEqual([false, true]);
		const versions = ended.map(({ committed }) => committed?.layers[0]?.versionId);
		expect(new Set(versions).size).toBe(1);
		for (const id of ids) expect(existsSync(folderOf(id))).toBe(false);
		const { status, body: answer } = await data().post(`/api/uploads/${ids[0]}/understand`);
		expect([status, answer.error.code]).toEqual([409, "upload.over"]);
	});

	test("an upload whose work was cancelled can go on at once", async () => {
		const { id } = await understood(data(), SHOPS);
		const settings = { ...SETTINGS, columns: { name: "名称" } };
		await data().post(`/api/uploads/${id}/check`).send({ settings }).expect(200);
		await data().post(`/api/uploads/${id}/cancel`).send({}).expect(200);
		await data().post(`/api/uploads/${id}/check`).send({ settings }).expect(200);
		expect(await rested(data(), id)).toMatchObject({ state: "checked", problem: null });
	});

	describe("names", () => {
		test.each([
			["../../../etc/passwd", "passwd"],
			["..\\..\\boot.csv", "boot.csv"],
			["/absolute/表.csv", "表.csv"],
			["nul\u0000byte.csv", "nul_byte.csv"],
			[".hidden.csv", ".hidden.csv"],
			["CON", "_CON"],
			["com1.csv", "_com1.csv"],
			["街道边界（2024）.csv", "街道边界（2024）.csv"],
			["🏫学校🏥.csv", "🏫学校🏥.csv"],
			["<b>粗<b>.csv", "_b_粗_b_.csv"],
		])("%j arrives as %j", async (name, kept) => {
			const id = await received(data(), { name, bytes: SHOPS.bytes });
			expect((await now(id)).fileNames).toEqual([kept]);
			expect(filesIn(id)).toEqual([kept]);
			await data().post(`/api/uploads/${id}/understand`).send({}).expect(200);
			expect((await rested(data(), id)).problem?.code).not.toBe("upload.failed");
		});

		test("a name of 255 Chinese characters keeps its end, within what a file system allows", async () => {
			const id = await received(data(), { name: `${"街".repeat(251)}.csv`, bytes: SHOPS.bytes });
			const [kept = ""] = (await now(id)).fileNames;
			expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(255);
			expect(kept).toMatch(/街\.csv$/);
			expect(filesIn(id)).toEqual([kept]);
		});

		test.each(["..", ".", "a/..", "", "x".repeat(256)])("%j is no name", async (name) => {
			const { status, body } = await data()
				.post("/api/uploads")
				.send({ files: [{ name, sizeBytes: 4 }] });
			expect(status).toBe(400);
			expect(body.error.code).toMatch(/^(?:upload\.name-invalid|request\.invalid)$/);
		});

		test("HTML in a name of the data comes back as the text it is", async () => {
			const name = '<img src=x onerror="alert(1)">';
			const bytes = `id,名称,lon,lat\n1,"${name.replaceAll('"', '""')}",121.0005,31.0005\n`;
			const { id } = await checked(data(), SETTINGS, { name: "html.csv", bytes });
			const answer = await data().get(`/api/uploads/${id}/shapes`).expect(200);
			expect(answer.headers["content-type"]).toMatch(/^application\/json/);
			expect(JSON.stringify(answer.body)).toContain(JSON.stringify(name));
		});
	});
});

function put(agent: Agent, id: number, name: string, bytes: Buffer | string) {
	return agent
		.put(`/api/uploads/${id}/files/${encodeURIComponent(name)}`)
		.set("content-type", "application/octet-stream")
		.send(Buffer.from(bytes));
}

/** Announce a whole file, send part of it, and go away. */
async function cutOff(agent: Agent, path: string, part: Buffer): Promise<void> {
	const app = (agent as unknown as { app: Parameters<typeof listening>[0] }).app;
	const { port, close } = await listening(app);
	const cookie = agent.jar
		.getCookies({ domain: "127.0.0.1", path: "/", secure: false, script: false })
		.toValueString();
	const sending = httpRequest({
		port,
		path,
		method: "PUT",
		headers: {
			cookie,
			"content-type": "application/octet-stream",
			"content-length": part.length / 0.6,
		},
	});
	sending.on("error", () => undefined); // it is torn on purpose
	await new Promise<void>((done) => sending.write(part, () => done()));
	await setTimeout(200);
	sending.destroy();
	await setTimeout(50);
	await close();
}

async function listening(app: { listen(port: number): import("node:http").Server }) {
	const server = app.listen(0);
	await new Promise((done) => server.once("listening", done));
	return {
		port: (server.address() as AddressInfo).port,
		close: () => new Promise((done) => server.close(done)),
	};
}
