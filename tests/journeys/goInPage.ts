// A change of the address as the page's own links make it. A fresh load costs a browser that draws in software three seconds
// of the processor: journeys load where loading is the point, and go on in the page elsewhere.
import type { Page } from "playwright-core";

/** What shows the answer of an earlier question until the next one comes. */
const WAITING = ".app-wait, .city-stage.stale, .ranking.stale, .headline.stale, .matrix-body.stale";

/** Resolves when the page has drawn what the address asks for and no figure is of the address before. */
export async function goInPage(page: Page, address: string): Promise<void> {
	await page.evaluate(async (to) => {
		history.pushState(null, "", to);
		dispatchEvent(new PopStateEvent("popstate"));
		// idle only when nothing is left to draw
		await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));
	}, address);
	await page.waitForFunction((waiting) => document.querySelector(waiting) === null, WAITING);
}
