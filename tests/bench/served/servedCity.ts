// The city-scale scene as the product serves it: handed in and analysed once, kept in .cache/scenes/served.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Product, startProduct } from "../../journeys/product.ts";
import type { CityScene } from "../CityScene.ts";
import { hashOfSources, sourceHash } from "../sourceHash.ts";

const FOLDER = resolve(import.meta.dirname, "../../../.cache/scenes/served");
/** Written last, so that a folder without it is not whole. */
export const SERVED_MARK = "made-by";
/** What decides how the scene is stored; what only reads it does not. */
const STORERS = [
	"migrations",
	"planning/coverage",
	"planning/partition",
	"planning/reach",
	"server/commands",
	"server/imports",
	"tests/bench/served/makeServedProcess.ts",
];

let making: Promise<void> | null = null;

/** Begin to hand the scene's files in, while the rest of it is still made. */
export function prepareServed(sceneFolder: string): void {
	making ??= makeServed(sceneFolder);
	making.catch(() => null); // told to whoever starts it
}

/** The product on the scene, ready; up to 5 minutes when the folder must be made first. */
export async function startServed({ folder }: CityScene): Promise<Product> {
	prepareServed(folder);
	await making;
	return await startProduct({ folder: FOLDER });
}

async function makeServed(sceneFolder: string): Promise<void> {
	const madeBy = sourceHash() + hashOfSources(STORERS);
	if (markOf() === madeBy) return;
	const child = fork(`${import.meta.dirname}/makeServedProcess.ts`, [sceneFolder, FOLDER, madeBy], {
		stdio: ["ignore", 2, 2, "ipc"],
		// rows live as long as their batch: with the usual young space most are copied twice and then marked with the city
		execArgv: [...process.execArgv, "--max-old-space-size=12288", "--max-semi-space-size=64"],
	});
	const [code] = await once(child, "exit");
	if (code !== 0) throw new Error(`Making the served city ended with code ${code}.`);
}

function markOf(): string | null {
	try {
		return readFileSync(join(FOLDER, SERVED_MARK), "utf8");
	} catch {
		return null;
	}
}
