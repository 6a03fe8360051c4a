// A real Chromium with software WebGL 2, and pictures of what it saw.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterEach } from "vitest";

const CHROMIUM = "/usr/bin/chromium";
const ARTEFACTS = ".artefacts";
// other switches turn WebGL 2 off: --use-gl=swiftshader, --disable-software-rasterizer, --use-angle=gl
const SWITCHES = [
	"--headless",
	"--no-sandbox",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--use-gl=angle",
	"--use-angle=swiftshader",
	"--disable-gpu-compositing", // the page beside the map is drawn twice as fast without it
];
/** WebGL is drawn by the processor: a quarter of the pixels each way is enough to act on. PICTURE_SCALE=1 to look closely. */
const SCALE = Number(process.env["PICTURE_SCALE"] ?? 0.25);

/** Without a browser: an error where nothing may be skipped, else a line that says how to get one. */
export function hasBrowser(): boolean {
	if (existsSync(CHROMIUM)) return true;
	if (process.env["CI"])
		throw new Error(`No ${CHROMIUM}: with CI set the browser tests may not be skipped.`);
	console.warn(
		"Skipped: tests in a real browser. To run them: apt-get install chromium fonts-noto-cjk",
	);
	return false;
}

export interface Browser {
	readonly page: Page;
	/** What the page complained about: uncaught errors, and console errors that are not refused requests. */
	readonly complaints: string[];
	picture(name: string): Promise<void>;
	close(): Promise<void>;
}

export async function openBrowser(viewport: { width: number; height: number }): Promise<Browser> {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-browser-"));
	const context: BrowserContext = await chromium.launchPersistentContext(folder, {
		executablePath: CHROMIUM,
		args: SWITCHES,
		viewport,
		deviceScaleFactor: SCALE,
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(`${error.message}`));
	page.on("console", (message) => {
		const isRefusal = message.text().startsWith("Failed to load resource");
		if (message.type() === "error" && !isRefusal) complaints.push(message.text());
	});
	mkdirSync(ARTEFACTS, { recursive: true });
	return {
		page,
		complaints,
		picture: async (name) => {
			await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
		},
		close: async () => {
			await context.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Layers of the map from the lowest up, once one is among them: a map can be at rest before its figures come. */
export async function layersWith(page: Page, layer: string): Promise<string[]> {
	await page.waitForSelector(`[data-testid="map"][data-layers*="${layer}"]`);
	const layers = await page.getByTestId("map").getAttribute("data-layers");
	return (layers ?? "").split(" ");
}

/** A picture of what was on the screen when a test failed, and its address. */
export function pictureFailures(browser: () => Browser): void {
	afterEach(async ({ task }) => {
		if (task.result?.state !== "fail") return;
		console.error(`${task.name}: ${browser().page.url()}`);
		await browser().picture(`failed ${task.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}`);
	});
}

/** From the next address on the page has no WebGL 2, but where the address has a word in its query. */
export async function withoutWebGl(page: Page, unlessWord = ""): Promise<void> {
	await page.addInitScript((word) => {
		if (word !== "" && new URLSearchParams(location.search).has(word)) return;
		const real = HTMLCanvasElement.prototype.getContext as (...words: unknown[]) => never;
		HTMLCanvasElement.prototype.getContext = function (this: unknown, ...words: unknown[]) {
			return words[0] === "webgl2" ? null : real.apply(this as HTMLCanvasElement, words);
		} as never;
	}, unlessWord);
}
