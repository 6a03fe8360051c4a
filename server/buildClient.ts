// Build the client when what is built is older than what it is built from; in a process of its own.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refused } from "./errors.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const CLIENT_FOLDER = join(ROOT, "dist", "client");
const SOURCES = ["client", "planning", "docs/methods.md", "vite.config.ts", "package-lock.json"];

/** Resolves when `dist/client` is fresh. Refused with the end of the build's output when it fails. */
export async function buildClient(
	tell: (line: string) => void,
	signal?: AbortSignal,
): Promise<void> {
	if (!isStale()) return;
	tell("正在构建页面… Building the client…");
	const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
	const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
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

function isStale(): boolean {
	const built = join(CLIENT_FOLDER, "index.html");
	if (!existsSync(built)) return true;
	const builtMs = statSync(built).mtimeMs;
	return SOURCES.some((source) => newestMs(join(ROOT, source)) > builtMs);
}

/** When a file, or the newest file in a folder, was last changed. */
function newestMs(path: string): number {
	if (!existsSync(path)) return 0;
	const own = statSync(path);
	if (!own.isDirectory()) return own.mtimeMs;
	const within = readdirSync(path).map((name) => newestMs(join(path, name)));
	return Math.max(own.mtimeMs, ...within); // the folder's own time tells of files taken away
}

function failed(output: string): Refused {
	return new Refused("client.not-built", {
		zh: `页面构建失败：\n${output}`,
		en: `Building the client failed:\n${output}`,
	});
}
