// The product as a reader starts it: `serve` on a data folder and a free port, until it says ready.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Product {
	readonly url: string;
	/** Asked to end; a folder of its own goes with it. */
	stop(): Promise<void>;
	/** Ended at once, as by a power cut. */
	kill(): Promise<void>;
}

export interface ProductOptions {
	/** Data of an earlier start, which stay; absent: a fresh folder. */
	readonly folder?: string;
	/** Absent: any that is free. */
	readonly port?: string;
}

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
	const folder = options.folder ?? mkdtempSync(join(tmpdir(), "jiequan-journey-"));
	const server = spawn(process.execPath, ["server/jiequan.mjs", "serve"], {
		env: { ...environmentOf(folder), PORT: options.port ?? "0", HOST: "127.0.0.1" },
		stdio: ["ignore", "ignore", "pipe"],
	});
	const url = await readyUrl(server);
	const end = async (signal: "SIGTERM" | "SIGKILL") => {
		if (server.exitCode !== null || server.signalCode !== null) return;
		const ended = once(server, "exit");
		server.kill(signal);
		await ended;
	};
	return {
		url,
		stop: async () => {
			await end("SIGTERM");
			if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
		},
		kill: () => end("SIGKILL"),
	};
}

/** One command of `jiequan` on the data of a folder, with what it reads from its input. */
export async function runCommand(folder: string, words: readonly string[], input = "") {
	const command = spawn(process.execPath, ["server/jiequan.mjs", ...words], {
		env: environmentOf(folder),
		stdio: ["pipe", "ignore", "pipe"],
	});
	let said = "";
	command.stderr.on("data", (text: Buffer) => {
		said += text.toString();
	});
	command.stdin.end(input);
	const [code] = await once(command, "exit");
	if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${said}`);
}

function environmentOf(folder: string): NodeJS.ProcessEnv {
	const { DATABASE_URL: _url, NODE_ENV: _mode, ...environment } = process.env;
	return { ...environment, JIEQUAN_DATA: join(folder, "data") };
}

function readyUrl(server: ChildProcess): Promise<string> {
	let said = "";
	return new Promise<string>((resolve, reject) => {
		server.stderr?.on("data", (text: Buffer) => {
			said += text.toString();
			const ready = /^ready (http\S+)/m.exec(said);
			if (ready?.[1] !== undefined) resolve(ready[1]);
		});
		server.once("exit", (code) => reject(new Error(`serve ended with ${code}:\n${said}`)));
	});
}
