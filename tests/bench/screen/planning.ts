// What a planner does on the drawing table, in one district of the city-scale scene: opening, and the border brush, from the
// pointer to figures that stand on the page (`plan-pack`, `plan-brush`, which the page measures itself).
import type { Page } from "playwright-core";
import { type Browser, openBrowser } from "../../journeys/browser.ts";
import { randomFrom } from "../../scenes/randomFrom.ts";
import type { Figure } from "../Figure.ts";
import { type LongestTasks, longestTasks } from "./tasks.ts";

const VIEWPORT = { width: 1280, height: 720 };
/** Painting in software would measure the machine: the map is this small, where no panel lies. */
const SMALL_MAP =
	".plan-map { inset: auto !important; left: 440px !important; top: 190px !important; width: 320px !important; height: 240px !important; }";
const AT_REST = "[data-testid=plan-map][data-cells][data-idle=true]";
const OPENINGS = 2;
const BATCHES = 5;
const STROKES = 3;
const MOVES = 6;
const MOVE_PX = 4;
const PATIENCE_MS = 120_000;

export async function planningFigures(url: string): Promise<Figure[]> {
	const plan = await keptPlan(url);
	const packs: number[] = [];
	const opened: number[] = [];
	let browser = await openTable(url, plan); // the server's own warm-up
	for (let run = 0; run < OPENINGS; run++) {
		await browser.close();
		browser = await openTable(url, plan);
		packs.push(await measuredMs(browser.page, "plan-pack"));
		opened.push(await measuredMs(browser.page, "plan-open"));
	}
	const brush = await brushed(browser.page);
	await browser.close();
	return [
		{ id: "open-plan", value: Math.min(...packs) / 1_000, unit: "s", atMost: 2 },
		{ id: "open-plan-drawn", value: Math.min(...opened) / 1_000, unit: "s" },
		{ id: "brush-p95", value: brush.p95Ms, unit: "ms", atMost: 50 },
		{ id: "brush-steps", value: brush.count, unit: "steps" },
		{ id: "brush-task-p95", value: brush.tasks.ownMs, unit: "ms", atMost: 100 },
		{ id: "brush-task-painted", value: brush.tasks.wholeMs, unit: "ms" },
	];
}

interface Kept {
	readonly id: number;
	readonly district: string;
}

/** An empty plan on the served city, and the district with the most committees. */
async function keptPlan(url: string): Promise<Kept> {
	const browser = await openBrowser(VIEWPORT);
	const { request } = browser.page;
	await signIn(browser.page, url);
	const made = await request.post(`${url}/api/plans`, {
		data: { title: "Bench", snapshot: "current" },
		headers: { origin: url },
	});
	const { units } = (await (await request.get(`${url}/api/units`)).json()) as {
		units: { kind: string; code: string }[];
	};
	const sizes = new Map<string, number>();
	for (const { kind, code } of units) {
		const district = `${code.slice(0, 6)}000000`;
		if (kind === "committee") sizes.set(district, (sizes.get(district) ?? 0) + 1);
	}
	const [largest] = [...sizes].sort((a, b) => b[1] - a[1]);
	const { id } = (await made.json()) as { id: number };
	await browser.close();
	if (largest === undefined) throw new Error("The served city has no committees.");
	return { id, district: largest[0] };
}

async function openTable(url: string, { id, district }: Kept): Promise<Browser> {
	const browser = await openBrowser(VIEWPORT);
	const { page } = browser;
	await page.addInitScript((css) => {
		addEventListener("DOMContentLoaded", () => {
			const style = document.createElement("style");
			style.textContent = css;
			document.head.append(style);
		});
	}, SMALL_MAP);
	await signIn(page, url);
	await page.goto(`${url}/plans/${id}?district=${district}`);
	await page.waitForSelector(AT_REST, { timeout: PATIENCE_MS });
	return browser;
}

/** Strokes from places here and there; the least 95th percentile of five batches, and of the longest task of each stroke. */
async function brushed(page: Page) {
	const random = randomFrom(7);
	const box = await page.getByTestId("plan-map").boundingBox();
	if (box === null) throw new Error("The map is not on the page.");
	await page.keyboard.press("b");
	const p95s: number[] = [];
	const tasks: LongestTasks[] = [];
	let count = 0;
	for (let batch = -1; batch < BATCHES; batch++) {
		const since = await page.evaluate(() => performance.now());
		const strokes = batch < 0 ? 1 : STROKES; // one to warm up
		for (let stroke = 0; stroke < strokes; stroke++) {
			const from = [
				box.x + box.width * (0.25 + 0.5 * random()),
				box.y + box.height * (0.25 + 0.5 * random()),
			] as const;
			const angle = 2 * Math.PI * random();
			const longest = await longestTasks(page, () => drawStroke(page, from, angle));
			if (batch >= 0) tasks.push(longest);
		}
		const times = await brushTimes(page, since);
		if (batch < 0) continue;
		count += times.length;
		p95s.push(p95(times));
	}
	return {
		p95Ms: Math.min(...p95s),
		count,
		tasks: {
			ownMs: p95(tasks.map(({ ownMs }) => ownMs)),
			wholeMs: p95(tasks.map(({ wholeMs }) => wholeMs)),
		},
	};
}

/** Every move waits for its answer and for the map to be painted, which is told apart; then all is taken back. */
async function drawStroke(page: Page, [x, y]: readonly [number, number], angle: number) {
	const answered = async (act: () => Promise<void>) => {
		const before = (await brushTimes(page, 0)).length;
		await act();
		await page.waitForFunction(
			(count) => performance.getEntriesByName("plan-brush").length > count,
			before,
			{ timeout: PATIENCE_MS, polling: 10 },
		);
		await page.waitForSelector(AT_REST, { timeout: PATIENCE_MS });
	};
	await page.mouse.move(x, y);
	await answered(() => page.mouse.down());
	for (let move = 1; move <= MOVES; move++) {
		const px = move * MOVE_PX;
		await answered(() => page.mouse.move(x + Math.cos(angle) * px, y + Math.sin(angle) * px));
	}
	await page.mouse.up();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Control+z");
}

async function brushTimes(page: Page, since: number): Promise<number[]> {
	return await page.evaluate(
		(from) =>
			performance
				.getEntriesByName("plan-brush")
				.filter(({ startTime }) => startTime >= from)
				.map(({ duration }) => duration),
		since,
	);
}

async function measuredMs(page: Page, name: string): Promise<number> {
	const handle = await page.waitForFunction(
		(of) => performance.getEntriesByName(of).at(0)?.duration,
		name,
		{ timeout: PATIENCE_MS },
	);
	return Number(await handle.jsonValue());
}

function p95(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? Infinity;
}

async function signIn(page: Page, url: string): Promise<void> {
	const answer = await page.request.post(`${url}/api/session`, {
		data: { name: "planner", password: "planner" },
		headers: { origin: url },
	});
	if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
}
