// What a leader does on the coverage screen, from input to layer data and tables ready (`jq:ready`, which the page
// measures itself). Software rendering's painting is told beside it, without a limit.
import type { Page } from "playwright-core";
import { openBrowser } from "../../journeys/browser.ts";
import type { Figure } from "../Figure.ts";
import { bytesOf, loadMegabytes } from "./bytes.ts";
import { placesDrawn, readyMs, settled } from "./page.ts";
import { type LongestTasks, longestTasks } from "./tasks.ts";

const VIEWPORT = { width: 1280, height: 720 };
/** Painting in software would measure the machine: the map is this small. */
const SMALL_MAP = ".map-canvas { width: 320px !important; height: 240px !important; }";
const OPENINGS = 3;
const RUNS = 9;
const DRAGS = 12;
const STEPS = 10;
const STEP_PX = 5;
const PLACES = "/?level=committee&reading=places&surface=minutes";

export async function screenFigures(url: string): Promise<Figure[]> {
	const opened: Awaited<ReturnType<typeof openingOf>>[] = [];
	for (let run = 0; run < OPENINGS; run++) opened.push(await openingOf(url));
	const least = (of: "openMs" | "paintMs") => Math.min(...opened.map((one) => one[of])) / 1_000;
	return [
		{ id: "open", value: least("openMs"), unit: "s", atMost: 4 },
		{ id: "open-painted", value: least("paintMs"), unit: "s" },
		{ id: "js-initial-mb", value: opened[0]?.scriptMb ?? Infinity, unit: "MB", atMost: 1.5 },
		...(await changes(url)),
	];
}

/** A cold browser on the warm server: first figures and the map's first data; and when all of it is painted. */
async function openingOf(url: string) {
	const browser = await openBrowser(VIEWPORT);
	const { page } = browser;
	await prepare(page, url);
	await page.goto(`${url}/?level=committee`);
	const openMs = await readyMs(page, 0);
	await settled(page);
	const paintMs = await page.evaluate(() => performance.now());
	const scriptMb = await loadMegabytes(page);
	await browser.close();
	return { openMs, paintMs, scriptMb };
}

async function changes(url: string): Promise<Figure[]> {
	const browser = await openBrowser(VIEWPORT);
	const { page } = browser;
	await prepare(page, url);
	await page.goto(`${url}${PLACES}&category=ADM-PSC`);
	await placesDrawn(page);
	const coverageMb = (await bytesOf(page, "/api/times?", "category=ADM-PSC")) / 1e6;
	const figures: Figure[] = [
		{ id: "change-category", ...(await change(page, ["ADM-ISF", "ADM-PSC"], chooseCategory)) },
		{ id: "change-mode", ...(await change(page, ["own", "any"], chooseMode)) },
		{ id: "change-limit", ...(await change(page, ["ArrowLeft", "ArrowRight"], moveLimit)) },
	].map((figure) => ({ ...figure, unit: "ms", atMost: 250 }));
	const ownMb = (await bytesOf(page, "/api/times?", "mode=own")) / 1e6;
	const tasks = await dragTasks(page);
	await browser.close();
	return [
		...figures,
		{ id: "slider-task-p95", value: tasks.ownMs, unit: "ms", atMost: 100 },
		{ id: "slider-task-painted", value: tasks.wholeMs, unit: "ms" },
		{ id: "coverage-mb", value: coverageMb + ownMb, unit: "MB", atMost: 4 },
	];
}

/** The least of nine after one of warm-up for each of two ways there and back. */
async function change(
	page: Page,
	choices: readonly [string, string],
	act: (page: Page, choice: string) => Promise<void>,
): Promise<{ value: number }> {
	let least = Infinity;
	for (let run = -2; run < RUNS; run++) {
		const since = await page.evaluate(() => performance.now());
		await act(page, choices[Math.abs(run) % 2] ?? choices[0]);
		const ms = await readyMs(page, since);
		if (run >= 0) least = Math.min(least, ms);
		await settled(page);
	}
	return { value: least };
}

async function chooseCategory(page: Page, code: string): Promise<void> {
	await page
		.getByTestId(`category-${code}`)
		.first()
		.evaluate((row: HTMLElement) => row.click());
}

async function chooseMode(page: Page, mode: string): Promise<void> {
	const words = mode === "own" ? "属地（本单元）" : "开放（任一设施）";
	await page.getByText(words, { exact: true }).evaluate((choice: HTMLElement) => choice.click());
}

async function moveLimit(page: Page, key: string): Promise<void> {
	await page.locator("[data-testid=limit-slider] [role=slider]").press(key);
}

/** The slider held and moved step by step: the 95th percentile of the longest task of each drag. */
async function dragTasks(page: Page): Promise<LongestTasks> {
	const longest: LongestTasks[] = [];
	for (let drag = 0; drag < DRAGS; drag++) {
		longest.push(await longestTasks(page, () => dragSlider(page, drag % 2 === 0 ? -1 : 1)));
	}
	return {
		ownMs: p95(longest.map(({ ownMs }) => ownMs)),
		wholeMs: p95(longest.map(({ wholeMs }) => wholeMs)),
	};
}

async function dragSlider(page: Page, way: -1 | 1): Promise<void> {
	const box = await page.locator("[data-testid=limit-slider] [role=slider]").boundingBox();
	if (box === null) throw new Error("The limit's slider is not on the screen.");
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let step = 1; step <= STEPS; step++) await page.mouse.move(x + way * step * STEP_PX, y);
	await page.mouse.up();
	await settled(page);
}

function p95(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? Infinity;
}

async function prepare(page: Page, url: string): Promise<void> {
	await page.addInitScript((css) => {
		addEventListener("DOMContentLoaded", () => {
			const style = document.createElement("style");
			style.textContent = css;
			document.head.append(style);
		});
	}, SMALL_MAP);
	const answer = await page.request.post(`${url}/api/session`, {
		data: { name: "leader", password: "leader" },
		headers: { origin: url },
	});
	if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
}
