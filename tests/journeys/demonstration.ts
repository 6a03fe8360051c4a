// The demonstration as the journeys of one test run share it: prepared once by the run's own process, when the first asks.
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";

const LONGEST_MS = 300_000;
const POLL_MS = 200;

/** URL of the product that shows the demonstration. Whoever writes what changes the figures of others starts its own. */
export function sharedDemonstration(): Promise<string> {
	return askRun("product");
}

/** A folder for `startProduct` that holds the demonstration; whoever asks removes it. */
export async function demonstrationCopy(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-journey-"));
	cpSync(await askRun("folder"), folder, { recursive: true });
	return folder;
}

/** The path or the address of what the keeper of the run makes when it is asked (demonstrationKeeper.ts). */
async function askRun(what: "folder" | "product"): Promise<string> {
	const answers = inject("journeysFolder");
	writeFileSync(join(answers, `${what}.asked`), "");
	const answer = join(answers, `${what}.answer`);
	const start = performance.now();
	while (!existsSync(answer)) {
		if (performance.now() - start > LONGEST_MS) throw new Error("No demonstration was prepared.");
		await setTimeout(POLL_MS);
	}
	const { error, value } = JSON.parse(readFileSync(answer, "utf8"));
	if (error !== undefined) throw new Error(error);
	return value;
}
