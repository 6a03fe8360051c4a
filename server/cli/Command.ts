// What a command of the command line is: its words, its options, and what it does.
import type { ParseArgsConfig } from "node:util";
import type { Database, DatabasePlace } from "../db/openDatabase.ts";

export type OptionValues = Readonly<
	Record<string, string | boolean | (string | boolean)[] | undefined>
>;

export interface CommandCall {
	readonly options: OptionValues;
	readonly positionals: readonly string[];
	/** Where the database is: `--data`, `DATABASE_URL`, `JIEQUAN_DATA`, else ./data. */
	readonly place: DatabasePlace;
	readonly isJson: boolean;
	/** Open, migrate, use, close; the lock is released whatever happens. */
	withDatabase<T>(use: (db: Database) => Promise<T>): Promise<T>;
	/** The same when the database is there and free; null when there is none yet, or a server holds it. */
	withDatabaseIfThere<T>(use: (db: Database) => Promise<T>): Promise<T | null>;
	/** A line of progress or warning, on stderr. */
	tell(line: string): void;
	/** The result: JSON on stdout with --json, else the lines. */
	print(result: unknown, lines: readonly string[]): void;
}

export interface Command {
	/** One or two words, e.g. `import streets`. */
	readonly name: string;
	/** After the name, e.g. `FILE [--where FIELD=VALUE]…`. */
	readonly usage: string;
	readonly summary: { readonly zh: string; readonly en: string };
	readonly options: NonNullable<ParseArgsConfig["options"]>;
	/** How many positionals it takes. */
	readonly positionals: number;
	/** Returns the exit code; throws `Refused` for 1 and `WrongUsage` for 2. */
	run(call: CommandCall): Promise<number>;
}

/** The words of the command line are off: exit 2. */
export class WrongUsage extends Error {}
