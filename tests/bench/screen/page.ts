// What the page says about itself: when figures and layers are ready, when the map is at rest, how long tasks took.
import type { Page } from "playwright-core";

const PATIENCE_MS = 120_000;

/** From the start, so that nothing is missed. */
export async function watch(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const tasks: [number, number][] = [];
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
		}).observe({ type: "longtask", buffered: true });
		Object.assign(window, { longTasks: tasks });
	});
}

/** Duration of the first `jq:ready` that began at or after a time of the page. */
export async function readyMs(page: Page, since: number): Promise<number> {
	const handle = await page.waitForFunction(
		(from) =>
			performance
				.getEntriesByName("jq:ready")
				.filter(({ startTime }) => startTime >= from)
				.at(0)?.duration,
		since,
		{ timeout: PATIENCE_MS, polling: 20 },
	);
	return Number(await handle.jsonValue());
}

/** The map has drawn all it has. */
export async function settled(page: Page): Promise<void> {
	await page.waitForSelector("[data-testid=map][data-idle=true]", { timeout: PATIENCE_MS });
}

/** The longest task since a time of the page; under 50 ms no task is told, and 50 is answered. */
export async function longestTask(page: Page, since: number): Promise<number> {
	return await page.evaluate((from) => {
		const { longTasks } = window as unknown as { longTasks: [number, number][] };
		const told = longTasks.filter(([start]) => start >= from).map(([, duration]) => duration);
		return Math.max(50, ...told);
	}, since);
}
