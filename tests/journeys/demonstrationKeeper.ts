// In the test run's own process: makes the demonstration and serves it when a journey asks, and ends it with the run.
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Snapshots } from "../../planning/wire/figuresApi.ts";
import { type Product, startProduct } from "./product.ts";

const POLL_MS = 200;

export interface DemonstrationKeeper {
	/** Where journeys ask and read the answer. */
	readonly folder: string;
	close(): Promise<void>;
}

export function keepDemonstration(): DemonstrationKeeper {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-journeys-"));
	let product: Promise<Product> | null = null;
	let prepared: Promise<string> | null = null;
	const preparedFolder = () => {
		prepared ??= prepare(join(folder, "demonstration"));
		return prepared;
	};
	const answers = {
		folder: preparedFolder,
		product: async () => {
			const copy = join(folder, "served");
			cpSync(await preparedFolder(), copy, { recursive: true });
			product = startProduct({ folder: copy });
			return (await product).url;
		},
	};
	const begun = new Set<string>();
	// of a run of everything: some journey will ask
	if (process.env["CI"]) preparedFolder().catch(() => null); // told to whoever asks
	const timer = setInterval(() => {
		for (const [name, make] of Object.entries(answers)) {
			if (begun.has(name) || !existsSync(join(folder, `${name}.asked`))) continue;
			begun.add(name);
			make().then(
				(value) => answer(folder, name, { value }),
				(error: unknown) => answer(folder, name, { error: String(error) }),
			);
		}
	}, POLL_MS);
	return {
		folder,
		close: async () => {
			clearInterval(timer);
			await (await product?.catch(() => null))?.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Renamed into its place, so that whoever reads it reads all of it. */
function answer(folder: string, name: string, words: object): void {
	const path = join(folder, `${name}.answer`);
	writeFileSync(`${path}.part`, JSON.stringify(words));
	renameSync(`${path}.part`, path);
}

/** A first start on nothing, which shows coverage as soon as it says ready; then until every date is analysed. */
async function prepare(folder: string): Promise<string> {
	mkdirSync(folder);
	const { url, stop } = await startProduct({ folder });
	const cookie = await signIn(url);
	const coverage = await fetch(`${url}/api/coverage?category=EDU-PRI&level=street`, {
		headers: { cookie },
	});
	if (coverage.status !== 200)
		throw new Error(`After a first start coverage is answered ${coverage.status}.`);
	for (;;) {
		const response = await fetch(`${url}/api/snapshots`, { headers: { cookie } });
		const { snapshots } = (await response.json()) as Snapshots;
		if (snapshots.every(({ run }) => run.status === "done")) break;
		await setTimeout(POLL_MS);
	}
	await stop();
	return folder;
}

async function signIn(url: string): Promise<string> {
	const response = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify({ name: "leader", password: "leader" }),
	});
	return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
