// The product as a reader starts it: `serve` on a fresh data folder and a free port, until it says ready.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Product {
	readonly url: string;
	stop(): Promise<void>;
}

export async function startProduct(): Promise<Product> {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-journey-"));
	const { DATABASE_URL: _url, NODE_ENV: _mode, ...environment } = process.env;
	const server = spawn(process.execPath, ["server/jiequan.mjs", "serve"], {
		env: { ...environment, PORT: "0", HOST: "127.0.0.1", JIEQUAN_DATA: join(folder, "data") },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let said = "";
	const url = await new Promise<string>((resolve, reject) => {
		server.stderr.on("data", (text: Buffer) => {
			said += text.toString();
			const ready = /^ready (http\S+)/m.exec(said);
			if (ready?.[1] !== undefined) resolve(ready[1]);
		});
		server.once("exit", (code) => reject(new Error(`serve ended with ${code}:\n${said}`)));
	});
	return {
		url,
		stop: async () => {
			const ended = once(server, "exit");
			server.kill("SIGTERM");
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
