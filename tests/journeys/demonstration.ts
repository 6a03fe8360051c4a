// The demonstration as the journeys of one test run share it: prepared once by the run's own process, when the first asks.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import { type Product, startProduct } from "./product.ts";

const LONGEST_MS = 300_000;
const POLL_MS = 200;

/** URL of the product that looks at the demonstration. Whoever writes what others would see starts its own. */
export function sharedDemonstration(): Promise<string> {
	return askRun("product");
}

/** The product on a copy, as after a first start and its analyses; stopping it removes the copy. */
export async function startDemonstration(): Promise<Product> {
	const folder = await demonstrationCopy();
	const product = await startProduct({ folder });
	return {
		...product,
		stop: async () => {
			await product.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
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
