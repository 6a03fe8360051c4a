// What the page says about itself: when figures and layers are ready, when the map is at rest.
import type { Page } from "playwright-core";

const PATIENCE_MS = 120_000;

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

/** The same with hexagons on it: a map can be at rest before the columns come that they are made of. */
export async function placesDrawn(page: Page): Promise<void> {
	const map = '[data-testid=map][data-layers*="hexes"]';
	await page.waitForSelector(map, { timeout: PATIENCE_MS });
	await settled(page);
}
