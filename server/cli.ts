// The command line: a table of commands, one way to parse, three exit codes (0 done, 1 refused, 2 wrong usage).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Command, type CommandCall, WrongUsage } from "./cli/Command.ts";
import { COMMANDS } from "./cli/commands.ts";
import { renewSnapshot } from "./commands/renewSnapshot.ts";
import { migrate } from "./db/migrate.ts";
import { type Database, type DatabasePlace, openDatabase } from "./db/openDatabase.ts";
import { Refused } from "./errors.ts";

/** Run one command; the result is the exit code of the process. */
export async function main(words: readonly string[]): Promise<number> {
	const isJson = words.includes("--json");
	try {
		const command = commandOf(words);
		if (command === null) {
			process.stdout.write(`${helpText()}\n`);
			return words.some((word) => ["--help", "-h", "help"].includes(word)) ? 0 : 2;
		}
		if (words.includes("--help")) {
			process.stdout.write(
				`jiequan ${command.name} ${command.usage}\n${command.summary.zh}\n${command.summary.en}\n`,
			);
			return 0;
		}
		return await command.run(callOf(command, words.slice(command.name.split(" ").length)));
	} catch (error) {
		return exitCodeOf(error, isJson);
	}
}

function commandOf(words: readonly string[]): Command | null {
	const [first, second] = words;
	if (first === undefined || first.startsWith("-") || first === "help") return null;
	const command =
		COMMANDS.find(({ name }) => name === `${first} ${second}`) ??
		COMMANDS.find(({ name }) => name === first);
	if (command === undefined) throw new WrongUsage(`no command “${first}”; see jiequan --help`);
	return command;
}

function callOf(command: Command, words: readonly string[]): CommandCall {
	const { values, positionals } = parsed(command, words);
	if (positionals.length !== command.positionals)
		throw new WrongUsage(`usage: jiequan ${command.name} ${command.usage}`);
	const place = placeOf(values["data"] as string | undefined);
	const isJson = values["json"] === true;
	const withDatabase = async <T>(use: (db: Database) => Promise<T>): Promise<T> => {
		const db = await openDatabase(place);
		try {
			await migrate(db);
			await renewSnapshot(db.knex);
			return await use(db);
		} finally {
			await db.close();
		}
	};
	return {
		options: values as CommandCall["options"],
		positionals,
		place,
		isJson,
		withDatabase,
		withDatabaseIfThere: async (use) => {
			if ("dataDir" in place && !existsSync(join(place.dataDir, "pg"))) return null;
			return withDatabase(use).catch((error: unknown) => {
				if (error instanceof Refused && error.code === "data-folder.locked") return null;
				throw error;
			});
		},
		tell: (line) => void process.stderr.write(`${line}\n`),
		print: (result, lines) =>
			void process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : `${lines.join("\n")}\n`),
	};
}

function parsed(command: Command, words: readonly string[]) {
	try {
		return parseArgs({
			args: withNegativeNumbers(words),
			options: { ...command.options, data: { type: "string" }, json: { type: "boolean" } },
			allowPositionals: true,
			strict: true,
		});
	} catch (error) {
		throw new WrongUsage((error as Error).message);
	}
}

/** `--from -8.6,41.1` as `--from=-8.6,41.1`: a dash before a digit begins a number, never an option. */
function withNegativeNumbers(words: readonly string[]): string[] {
	const args: string[] = [];
	for (const word of words) {
		const last = args.at(-1) ?? "";
		if (/^-[\d.]/.test(word) && /^--[^=]+$/.test(last)) args[args.length - 1] = `${last}=${word}`;
		else args.push(word);
	}
	return args;
}

function placeOf(data: string | undefined): DatabasePlace {
	const url = process.env["DATABASE_URL"];
	if (url && data !== undefined)
		throw new WrongUsage("--data and DATABASE_URL together: name one database");
	return url ? { url } : { dataDir: data ?? process.env["JIEQUAN_DATA"] ?? "./data" };
}

function exitCodeOf(error: unknown, isJson: boolean): number {
	if (error instanceof WrongUsage) {
		process.stderr.write(`jiequan: ${error.message}\n`);
		return 2;
	}
	if (!(error instanceof Refused)) {
		process.stderr.write(
			`jiequan: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
		);
		return 1;
	}
	const { code, words } = error;
	if (isJson)
		process.stdout.write(
			`${JSON.stringify({ status: "refused", code, reason: words.en, reasonZh: words.zh })}\n`,
		);
	process.stderr.write(`jiequan: ${words.zh} ${words.en} [${code}]\n`);
	return 1;
}

function helpText(): string {
	const lines = COMMANDS.map(
		({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary.zh} ${summary.en}`,
	);
	return ["jiequan COMMAND [--data DIR] [--json]", "", ...lines].join("\n");
}
