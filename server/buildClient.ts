// Build the client when there is no build of what it is made from; in a process of its own.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientFolders } from "./clientBuilds.ts";
import { Refused } from "./errors.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILDS = join(ROOT, "dist", "clients");
const SOURCES = ["client", "planning", "docs/methods.md", "vite.config.ts", "package-lock.json"];
/** Of 64 hexadecimal digits. */
const NAME_DIGITS = 16;

/**
 * Folders with the client's files: the first is as its sources are now, the others are of earlier builds. Refused with
 * the end of the build's output when it fails.
 */
export async function buildClient(
	tell: (line: string) => void,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	return clientFolders({
		folder: BUILDS,
		nameNow: nameOfSources,
		build: (into) => {
			tell("正在构建页面… Building the client…");
			return viteBuild(into, signal);
		},
		signal,
	});
}

async function viteBuild(into: string, signal?: AbortSignal): Promise<void> {
	const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
	const words = [vite, "build", "--logLevel", "warn", "--outDir", into, "--emptyOutDir"];
	const child = spawn(process.execPath, words, {
		cwd: ROOT,
		env: { ...process.env, NODE_ENV: "production" },
		stdio: ["ignore", "pipe", "pipe"],
		...(signal === undefined ? {} : { signal }),
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (text: Buffer) => {
			output = (output + text.toString()).slice(-4_000);
		});
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	if (code !== 0) throw failed(output);
}

/** By what the files hold, not by when they were written: a checkout of the same has the same name. */
function nameOfSources(): string {
	const hash = createHash("sha256");
	for (const path of SOURCES.flatMap(filesUnder))
		hash
			.update(`${path}\0`)
			.update(readFileSync(join(ROOT, path)))
			.update("\0");
	return hash.digest("hex").slice(0, NAME_DIGITS);
}

function filesUnder(path: string): string[] {
	if (!statSync(join(ROOT, path)).isDirectory()) return [path];
	const names = readdirSync(join(ROOT, path)).sort();
	return names.flatMap((name) => filesUnder(join(path, name)));
}

function failed(output: string): Refused {
	return new Refused("client.not-built", {
		zh: `页面构建失败：\n${output}`,
		en: `Building the client failed:\n${output}`,
	});
}
