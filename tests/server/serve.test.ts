// The product as a person starts it: one command, a ready line, the demonstration's coverage, and a clean end.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { demonstrationCopy } from "../journeys/demonstration.ts";

const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>) {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-serve-"));
	folders.push(folder);
	const { JIEQUAN_DATA: dataDir = join(folder, "data") } = env;
	const { DATABASE_URL: _, ...rest } = process.env;
	const child = spawn(process.execPath, ["server/jiequan.mjs", "serve"], {
		env: { ...rest, PORT: "0", ...env, JIEQUAN_DATA: dataDir },
		stdio: ["ignore", "ignore", "pipe"],
	});
	children.push(child);
	let told = "";
	child.stderr.on("data", (text: Buffer) => {
		told += text.toString();
	});
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	const ready = async () => {
		for (;;) {
			const url = /^ready (http:\S+)$/m.exec(told)?.[1];
			if (url !== undefined) return url;
			if (child.exitCode !== null) throw new Error(`ended early: ${told}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	};
	return { child, dataDir, told: () => told, ended, ready };
}

// from nothing: `demonstrationKeeper.ts` starts it so for all journeys, and sees that coverage is there when it is ready
test("to the demonstration's coverage, and away at once without a trace of the lock", async () => {
	const folder = await demonstrationCopy();
	folders.push(folder);
	const server = start({ JIEQUAN_DATA: folder });
	const url = await server.ready();
	const page = await fetch(url);
	expect([page.status, page.headers.get("cross-origin-opener-policy")]).toEqual([
		200,
		"same-origin",
	]);
	expect(await page.text()).toContain("界圈");

	const signedIn = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ name: "leader", password: "leader" }),
	});
	const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
	const coverage = await fetch(`${url}/api/coverage?category=EDU-PRI&level=street`, {
		headers: { cookie },
	});
	expect(coverage.status).toBe(200);
	const { rows } = (await coverage.json()) as { rows: { total: number }[] };
	expect(rows).toHaveLength(7);

	// the thread that keeps the city for such questions must not keep a server that was asked to end
	const why = await fetch(`${url}/api/residences/R00001/explain?category=EDU-PRI`, {
		headers: { cookie },
	});
	expect(why.status).toBe(200);

	const lock = JSON.parse(readFileSync(join(server.dataDir, "jiequan.lock"), "utf8"));
	expect(lock).toEqual({ pid: server.child.pid, url });
	server.child.kill("SIGTERM");
	expect(await server.ended).toBe(0);
	expect(existsSync(join(server.dataDir, "jiequan.lock"))).toBe(false);
}, 240_000);

test("a port in use is one line and exit 1, before anything is made", async () => {
	const other = createServer();
	await new Promise<void>((resolve) => {
		other.listen(0, "127.0.0.1", resolve);
	});
	const { port } = other.address() as { port: number };
	const server = start({ PORT: String(port) });
	expect(await server.ended).toBe(1);
	expect(server.told().trim().split("\n")).toHaveLength(1);
	expect(server.told()).toContain("[port.in-use]");
	expect(existsSync(server.dataDir)).toBe(false);
	other.close();
});

test("a database that does not answer is one line and exit 1, without its password", async () => {
	const server = start({ DATABASE_URL: "postgres://someone:hunter2@127.0.0.1:1/none" });
	expect(await server.ended).toBe(1);
	const lines = server
		.told()
		.trim()
		.split("\n")
		.filter((line) => !line.includes("Building"));
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain("[database.unreachable]");
	expect(server.told()).not.toContain("hunter2");
});
