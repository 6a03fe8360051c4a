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
		const paints: [number, number][] = [];
		Object.assign(window, { longTasks: tasks, glWaits: paints });
		// a call of WebGL that waits for the software painter: a part of its task, but not of the page's own work
		const context = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
		for (const name of Object.getOwnPropertyNames(context)) {
			const { value: call } = Object.getOwnPropertyDescriptor(context, name) ?? {};
			if (typeof call !== "function") continue;
			context[name] = function (this: unknown, ...given: unknown[]) {
				const start = performance.now();
				const result = call.apply(this, given);
				const ms = performance.now() - start;
				if (ms >= 1) paints.push([start, ms]);
				return result;
			};
		}
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

export interface LongestTask {
	/** As the browser tells it; under 50 ms no task is told, and 50 is answered. */
	readonly wholeMs: number;
	/** The longest without what it waited in WebGL for the software painter. */
	readonly ownMs: number;
}

/** The longest task that began since a time of the page. */
export async function longestTask(page: Page, since: number): Promise<LongestTask> {
	return await page.evaluate((from) => {
		const { longTasks, glWaits } = window as unknown as Record<string, [number, number][]>;
		const told = (longTasks ?? []).filter(([start]) => start >= from);
		const own = told.map(([start, duration]) =>
			(glWaits ?? [])
				.filter(([at]) => at >= start && at < start + duration)
				.reduce((left, [, ms]) => left - ms, duration),
		);
		return {
			wholeMs: Math.max(50, ...told.map(([, duration]) => duration)),
			ownMs: Math.max(50, ...own),
		};
	}, since);
}
