// What costs much and is the same for several files of a run: the first that asks makes it, the others wait for it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";

const LONGEST_MS = 300_000;
const POLL_MS = 100;

interface Answer<T> {
	readonly value?: T;
	readonly error?: string;
}

/** What `make` gave the first that asked by this name, as JSON keeps it; `folder` is for its files and stays for the run. */
export async function onceForRun<T>(
	name: string,
	make: (folder: string) => Promise<T>,
): Promise<T> {
	const folder = join(inject("runFolder"), name);
	const path = `${folder}.json`;
	if (isFirst(folder)) writeWhole(path, await answerOf(() => make(folder)));
	const start = performance.now();
	while (!existsSync(path)) {
		if (performance.now() - start > LONGEST_MS) throw new Error(`Nobody made ${name}.`);
		await setTimeout(POLL_MS);
	}
	const { value, error } = JSON.parse(readFileSync(path, "utf8")) as Answer<T>;
	if (error !== undefined) throw new Error(error);
	return value as T;
}

/** Making a folder succeeds for one process only. */
function isFirst(folder: string): boolean {
	try {
		mkdirSync(folder);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

async function answerOf<T>(make: () => Promise<T>): Promise<Answer<T>> {
	try {
		return { value: await make() };
	} catch (error) {
		return { error: String(error) };
	}
}

/** Renamed into its place, so that whoever reads it reads all of it. */
function writeWhole(path: string, answer: object): void {
	writeFileSync(`${path}.part`, JSON.stringify(answer));
	renameSync(`${path}.part`, path);
}
