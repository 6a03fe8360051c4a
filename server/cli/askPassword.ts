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
	const password = await new Promise<string>((resolve) => lines.question("", resolve));
	lines.close();
	process.stderr.write("\n");
	return password;
}
