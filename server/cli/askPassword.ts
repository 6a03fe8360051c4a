// Ask for a password without showing it.
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { WrongUsage } from "./Command.ts";

export async function askPassword(): Promise<string> {
	if (!process.stdin.isTTY)
		throw new WrongUsage("no terminal to ask for a password: use --password-stdin");
	process.stderr.write("密码 Password: ");
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
	try {
		return await new Promise<string>((resolve, reject) => {
			lines.question("", resolve);
			lines.once("close", () => reject(new WrongUsage("no password given"))); // Ctrl-C or Ctrl-D
		});
	} finally {
		lines.close();
		process.stderr.write("\n");
	}
}
