// How much was sent, packed as the browser received it.
import type { Page } from "playwright-core";

/** Scripts, in megabytes. */
export async function loadMegabytes(page: Page): Promise<number> {
	const bytes = await page.evaluate(() =>
		(performance.getEntriesByType("resource") as PerformanceResourceTiming[])
			.filter(({ name }) => /\.m?js(\?|$)/.test(name))
			.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
	);
	return bytes / 1e6;
}

/** Of the first answer whose address contains all words; an error when there is none. */
export async function bytesOf(page: Page, ...words: string[]): Promise<number> {
	return await page.evaluate((wanted) => {
		const sent = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).find(
			({ name }) => wanted.every((word) => name.includes(word)),
		);
		if (sent === undefined) throw new Error(`Nothing was asked of ${wanted.join(" ")}.`);
		return sent.encodedBodySize;
	}, words);
}
