// The readings of the map: units, places, heat, need × lack, and two dates laid against each other.
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatPct } from "../../client/data/formats.ts";
import type { Coverage } from "../../planning/wire/api.ts";
import type { Snapshots } from "../../planning/wire/figuresApi.ts";
import { type Browser, hasBrowser, layersWith, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";

const CATEGORY = "COM-MKT";
const SLOW_MS = 90_000;

describe.skipIf(!hasBrowser())("readings of the map in a real browser", () => {
	let url: string;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1280, height: 800 });
		page = browser.page;
		page.setDefaultTimeout(SLOW_MS);
		await page.goto(url);
		await page.getByTestId("role-leader").click();
		await mapIsIdle();
	}, 240_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});
	afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }));

	const seen = (id: string): Locator => page.getByTestId(id);
	const mapIsIdle = () => page.waitForSelector('[data-testid="map"][data-idle="true"]');
	const look = async (query: string) => {
		await page.goto(`${url}/?${query}`);
		await mapIsIdle();
	};
	const ask = async <T>(path: string): Promise<T> => {
		const response = await page.request.get(`${url}/api/${path}`);
		expect(response.status()).toBe(200);
		return (await response.json()) as T;
	};
	const addressed = (key: string) => new URL(page.url()).searchParams.get(key);
	/** Where, in what panels leave free, the pointer finds people. */
	const pointAtPeople = async () => {
		for (const [x, y] of [
			[560, 380],
			[600, 420],
			[640, 340],
			[520, 450],
		]) {
			await page.mouse.move(x, y);
			const card = seen("place-hover");
			if (
				await card.waitFor({ timeout: 5_000 }).then(
					() => true,
					() => false,
				)
			)
				return { card, x, y };
		}
		throw new Error("No hexagon with people under the pointer.");
	};

	test("the way classes are made is chosen in the legend, and every unit is in one of them", async () => {
		await look(`category=${CATEGORY}&level=committee`);
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=committee`);
		await seen("breaks").getByText("分位", { exact: true }).click();
		await expect.poll(() => addressed("breaks")).toBe("quantile");
		const counts = await seen("legend-classes").locator("small").allTextContents();
		expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(rows.length);
	});

	test("by place, hexagons lie under what covers them outside the city, and one tells who lives in it", async () => {
		await look(`category=${CATEGORY}&reading=places`);
		const order = await layersWith(page, "hexes");
		expect(order.indexOf("hexes")).toBe(order.indexOf("outside-land") - 1);
		const { card } = await pointAtPeople();
		const [beyond, people] = ((await card.textContent()) ?? "")
			.replaceAll(",", "")
			.match(/(\d+) \/ (\d+)/)
			?.slice(1)
			.map(Number) ?? [Number.NaN, Number.NaN];
		expect(people).toBeGreaterThan(0);
		expect(beyond).toBeLessThanOrEqual(people);
		await browser.picture("places");
	});

	test("a link within the page that does not say where to look draws hexagons where one looks", async () => {
		await look(`category=${CATEGORY}&level=committee`);
		await goInPage(page, `/?category=${CATEGORY}&reading=places`);
		expect(await layersWith(page, "hexes")).toContain("hexes");
	});

	test("a graphics card that gave up and came back has the same map again", async () => {
		await look(`category=${CATEGORY}&reading=places`);
		await layersWith(page, "hexes");
		const before = page.url();
		await page.evaluate(async () => {
			const card = document
				.querySelector<HTMLCanvasElement>(".map-canvas canvas")
				?.getContext("webgl2")
				?.getExtension("WEBGL_lose_context");
			card?.loseContext();
			await new Promise((done) => setTimeout(done, 500));
			document.querySelector("[data-testid=map]")?.setAttribute("data-layers", "");
			card?.restoreContext();
		});
		await layersWith(page, "hexes");
		await mapIsIdle();
		expect(page.url()).toBe(before);
		expect(await pointAtPeople()).toBeDefined();
	});

	test("a click on a hexagon opens a residence; of the composite its eight services, each of which opens", async () => {
		await look("category=COMPOSITE&reading=places");
		const { x, y } = await pointAtPeople();
		await page.mouse.click(x, y);
		await seen("residence-parts").waitFor();
		expect(await seen("residence-parts").getByRole("button").count()).toBe(8);
		await browser.picture("composite-residence");
		await seen("part-COM-MKT").click();
		await expect.poll(() => addressed("category")).toBe("COM-MKT");
		await seen("residence-verdict").waitFor();
	});

	test("heat says in its legend how smooth it is", async () => {
		await look(`category=${CATEGORY}&reading=heat`);
		expect(await seen("legend").textContent()).toContain("400 米");
		await browser.picture("heat");
	});

	test("need × lack puts every street into one of nine", async () => {
		await look(`category=${CATEGORY}&reading=priority`);
		const squares = await seen("legend").getByRole("img").locator("i").allTextContents();
		expect(squares).toHaveLength(9);
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=street`);
		expect(squares.reduce((sum, count) => sum + Number(count), 0)).toBe(rows.length);
		await browser.picture("priority");
	});

	test("a category that is judged by presence says that it has no such map", async () => {
		await look("category=ADM-SW&reading=heat");
		expect(await seen("legend").textContent()).toContain("有无判定");
	});

	test("two dates side by side: both figures of a unit are those of the API, and keys move the line", async () => {
		const { snapshots } = await ask<Snapshots>("snapshots?profile=adult");
		const [now, before] = snapshots;
		const rowsOf = async (snapshot: string) =>
			(
				await ask<Coverage>(
					`coverage?category=${CATEGORY}&mode=any&level=street&snapshot=${snapshot}`,
				)
			).rows;
		const [rows, others] = [await rowsOf(now.hash), await rowsOf(before.hash)];
		const { unitCode, pct } = rows.find((row) => (row.pct ?? 100) < 100) ?? rows[0];
		const other = others.find((row) => row.unitCode === unitCode)?.pct ?? null;
		await look(`category=${CATEGORY}&against=${before.hash.slice(0, 12)}&unit=street:${unitCode}`);
		await page.waitForSelector('[data-testid="map-against"][data-idle="true"]');
		await seen("hover-sides").waitFor();
		const words = (await seen("hover-sides").textContent()) ?? "";
		expect(words).toContain(`${formatPct(pct)}%`);
		expect(words).toContain(`${formatPct(other)}%`);
		const divider = seen("swipe-divider");
		const start = Number(await divider.getAttribute("aria-valuenow"));
		await divider.focus();
		await page.keyboard.press("ArrowRight");
		await expect
			.poll(async () => Number(await divider.getAttribute("aria-valuenow")))
			.toBeGreaterThan(start);
		await browser.picture("swipe");
		await seen("swipe-end").click();
		await expect.poll(() => addressed("against")).toBeNull();
		expect(browser.complaints).toEqual([]);
	});
});
