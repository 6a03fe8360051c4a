// The product on a copy of the demonstration, which the first journey of a test run prepares for the others.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import type { Snapshots } from "../../planning/wire/figuresApi.ts";
import { type Product, startProduct } from "./product.ts";

const LONGEST_MS = 300_000;
const POLL_MS = 500;

/** As after a first start and its analyses, in a folder of its own that goes with it. */
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
	cpSync(await preparedFolder(), folder, { recursive: true });
	return folder;
}

/** Made by whoever comes first; the others wait for it. */
async function preparedFolder(): Promise<string> {
	const shared = inject("journeysFolder");
	const [folder, making, made] = ["demonstration", "making", "made"].map((name) =>
		join(shared, name),
	) as [string, string, string];
	if (isFirst(making)) {
		try {
			await prepare(folder);
			writeFileSync(made, "");
		} catch (error) {
			rmSync(folder, { recursive: true, force: true });
			rmSync(making, { recursive: true, force: true }); // the next one tries, and tells its own error
			throw error;
		}
	}
	const start = performance.now();
	while (!existsSync(made)) {
		if (performance.now() - start > LONGEST_MS) throw new Error("No demonstration was prepared.");
		await setTimeout(POLL_MS);
	}
	return folder;
}

function isFirst(making: string): boolean {
	try {
		mkdirSync(making);
		return true;
	} catch {
		return false;
	}
}

async function prepare(folder: string): Promise<void> {
	mkdirSync(folder);
	const { url, stop } = await startProduct({ folder });
	const cookie = await signIn(url);
	for (;;) {
		const response = await fetch(`${url}/api/snapshots`, { headers: { cookie } });
		const { snapshots } = (await response.json()) as Snapshots;
		if (snapshots.every(({ run }) => run.status === "done")) break;
		await setTimeout(POLL_MS);
	}
	await stop();
}

async function signIn(url: string): Promise<string> {
	const response = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify({ name: "leader", password: "leader" }),
	});
	return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
