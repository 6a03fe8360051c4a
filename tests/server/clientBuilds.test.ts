// Builds of the client beside each other: whoever starts and builds, a page that is open keeps its files.
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clientFolders } from "../../server/clientBuilds.ts";

const BUILD_MS = 50;
let folder: string;
/** What the client is made from, and how often it was made. */
let source: string;
let builds: number;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "jiequan-builds-"));
	[source, builds] = ["a", 0];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A start of the product: its page is what the source was at some time of the build. */
const start = (during: () => void = () => undefined) =>
	clientFolders({
		folder,
		nameNow: () => source,
		build: async (into) => {
			builds++;
			mkdirSync(into, { recursive: true });
			const words = source;
			await setTimeout(BUILD_MS);
			during();
			writeFileSync(join(into, "index.html"), words);
		},
	});
const pageOf = (path = "") => readFileSync(join(path, "index.html"), "utf8");
const nobodyServes = (path = "") => {
	for (const name of readdirSync(path))
		if (name.startsWith(".served-by-")) rmSync(join(path, name));
};

test("several starts at once build once, and all have the same files", async () => {
	const folders = await Promise.all([start(), start(), start()]);
	expect(builds).toBe(1);
	expect(new Set(folders.map(([first]) => first)).size).toBe(1);
	await start();
	expect(builds).toBe(1);
});

test("a build under an open page takes no file from it, however many follow", async () => {
	const [opened] = await start();
	for (source of ["b", "c", "d"]) await start();
	expect(pageOf(opened)).toBe("a");
	expect((await start()).map(pageOf)).toContain("a");
});

test("whoever starts has the newest first, and the one before it for pages that are still open", async () => {
	const [first] = await start();
	nobodyServes(first);
	source = "b";
	expect((await start()).map(pageOf)).toEqual(["b", "a"]);
});

test("what nobody serves any more goes, two builds later", async () => {
	const [first] = await start();
	nobodyServes(first);
	source = "b";
	nobodyServes((await start())[0]);
	source = "c";
	expect((await start()).map(pageOf)).toEqual(["c", "b"]);
	expect(existsSync(first ?? "")).toBe(false);
});

test("a source that is saved while it is built is built again: no folder bears the name of other words", async () => {
	const [path] = await start(() => {
		if (builds === 1) source = "b";
	});
	expect([builds, pageOf(path)]).toEqual([2, "b"]);
	source = "a";
	expect(pageOf((await start())[0])).toBe("a");
});

test("a build that fails leaves nothing, and the next start builds", async () => {
	const fail = () => {
		throw new Error("a word too many");
	};
	await expect(start(fail)).rejects.toThrow("a word too many");
	expect(pageOf((await start())[0])).toBe("a");
});
