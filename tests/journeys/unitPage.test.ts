// A leader reads a unit's page and the matrices; a planner records what no layer holds.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "../../client/data/formats.ts";
import type { Matrix } from "../../planning/wire/figuresApi.ts";
import type { UnitPage } from "../../planning/wire/unitPage.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";

const STREET = "990101005000";
const BMU = "990101101B01";

describe.skipIf(!hasBrowser())("a unit's page and the matrices in a real browser", () => {
	let url: string;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(60_000);
		await page.goto(url);
		await seen("role-planner").click();
		await seen("headline-coverage").waitFor();
	}, 180_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});

	const seen = (id: string): Locator => page.getByTestId(id);
	const ask = async <T>(path: string): Promise<T> =>
		(await (await page.request.get(`${url}/api/${path}`)).json()) as T;
	const inAddress = (key: string) => new URL(page.url()).searchParams.get(key);
	const open = async (address: string, ready: string) => {
		await goInPage(page, address);
		await seen(ready).waitFor();
	};

	test("the page says what the server knows: five places numbered, floor area, services", async () => {
		await open(`/units/street/${STREET}`, "unit-places");
		const { places, floorArea } = await ask<UnitPage>(`units/street/${STREET}/page`);
		expect(await seen("unit-places").locator("ol > li").count()).toBe(places.length);
		expect(await page.locator(".place-mark").count()).toBe(places.length);
		expect(await seen("unit-places").textContent()).toContain(formatCount(places[0]?.people ?? 0));
		expect(await seen("unit-floor-area").textContent()).toContain(
			floorArea.per100HouseholdsM2?.toFixed(1),
		);
		await browser.picture("unit-page");
	});

	test("a place leads to its finding on the map, and back", async () => {
		await open(`/units/street/${STREET}`, "unit-places");
		const { places } = await ask<UnitPage>(`units/street/${STREET}/page`);
		await seen("unit-places").locator("ol a").first().click();
		await seen("flag-evidence").waitFor();
		expect(inAddress("flag")).toBe(places[0]?.lacks[0]?.flagId);
		await page.goBack();
		await seen("unit-places").waitFor();
	});

	test("a unit that does not exist is said in words, with a way back", async () => {
		await page.goto(`${url}/units/street/000000000009`);
		await page.getByText("当前基准中没有编码为 000000000009 的单元").waitFor();
		await page.getByRole("link", { name: "回到地图" }).click();
		await seen("headline-coverage").waitFor();
	});

	test("what is recorded about a basic management unit is seen, kept, and changes the card", async () => {
		await open(`/units/bmu/${BMU}`, "bmu-suggestion");
		const item = seen("bmu-party-committee");
		expect(await item.textContent()).toContain("未登记");
		for (const has of ["没有", "有"]) {
			await item.getByRole("button", { name: "登记" }).click();
			await item.getByRole("radio", { name: has, exact: true }).check();
			await item.getByRole("textbox").fill(`第${has}次`);
			await item.getByRole("button", { name: "保存登记" }).click();
			await item.getByText(`第${has}次`).waitFor();
		}
		expect(await item.textContent()).toContain("此前 1 次登记");
		expect(await seen("bmu-suggestion").textContent()).not.toContain("社区党委");
		await page.reload();
		expect(await seen("bmu-party-committee").locator("b").first().textContent()).toBe("有");
		await browser.picture("bmu-card");
	});

	test("arrow keys walk the matrix, Enter opens the cell on the map with its unit and category", async () => {
		await open("/matrix?level=committee", "matrix");
		const first = seen("matrix").locator("tbody th button").first();
		await first.focus();
		for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
		const told = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		expect(told).toMatch(/居委会|村委会/);
		for (const key of ["End", "Control+End", "Enter"]) await page.keyboard.press(key);
		await seen("headline-coverage").waitFor();
		expect([inAddress("level"), inAddress("unit")?.split(":")[0]]).toEqual([
			"committee",
			"committee",
		]);
	});

	test("Ctrl+End pressed while the matrix still scrolls: Enter opens the last cell, not the one that was left", async () => {
		await page.goBack();
		await seen("matrix").waitFor();
		await seen("matrix").getByRole("button", { name: "名称" }).focus();
		await page.keyboard.press("ArrowRight");
		// between the drawing of the scrolled rows and what React does after the painter: there a busy page has its keys
		await page.locator(".matrix-scroll").evaluate(
			(box) =>
				new Promise<void>((done) => {
					const drawn = new MutationObserver(() => {
						drawn.disconnect();
						const end = { key: "End", ctrlKey: true, bubbles: true, cancelable: true };
						document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", end));
						done();
					});
					drawn.observe(box, { childList: true, subtree: true });
					box.scrollTop = 300;
				}),
		);
		const last = seen("matrix").locator("tbody tr[aria-rowindex]").last();
		const told = await last.locator("button").last().getAttribute("aria-label");
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
			.toBe(told);
		await page.keyboard.press("Enter");
		await seen("headline-coverage").waitFor();
		expect(inAddress("unit")?.split(":")[0]).toBe("committee");
	});

	test("a cell that the wheel scrolled out of sight keeps the keyboard: the next arrow goes on from it", async () => {
		await page.goBack();
		await seen("matrix").waitFor();
		const cell = (row: number) =>
			seen("matrix")
				.locator(`tr[aria-rowindex="${row + 2}"] td button`)
				.first();
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		const below = await cell(1).getAttribute("aria-label");
		await cell(0).focus();
		await page.locator(".matrix-scroll").evaluate((box) => box.scrollTo(0, 100 * 28));
		await cell(100).waitFor();
		await page.keyboard.press("ArrowDown");
		await expect.poll(focused).toBe(below);
	});

	test("sorted by a category the worst unit is first, as the server's matrix has it", async () => {
		await open("/matrix", "matrix");
		await seen("matrix-head-HEA-CHC").click();
		const { categories, pct } = await ask<Matrix>("matrix?level=street");
		const slot = categories.indexOf("HEA-CHC");
		const worst = Math.min(...pct.map((row) => row[slot] ?? 100));
		const cells = await seen("matrix").locator("tbody tr").first().locator("td").allTextContents();
		expect(cells).toContain(worst.toFixed(1));
		await browser.picture("matrix");
	});

	test("the head of a category lists who lacks it", async () => {
		await open("/matrix?table=presence", "matrix");
		await seen("matrix-head-ADM-SW").click();
		const { categories, units, counts } = await ask<Matrix>("matrix?level=street");
		const slot = categories.indexOf("ADM-SW");
		const lackers = units.filter((_, row) => counts[row]?.[slot] === 0);
		expect(await seen("missing-list").locator("li button").count()).toBe(lackers.length);
		await browser.picture("matrix-presence");
	});

	test("a screen whose file is gone since the page was opened: the page loads itself anew and arrives", async () => {
		let isAnew = false;
		page.on("request", (request) => {
			isAnew ||= request.isNavigationRequest();
		});
		await page.route("**/assets/DataScreen-*.js", (route) =>
			isAnew ? route.continue() : route.fulfill({ status: 404 }),
		);
		await seen("go-data").click();
		await seen("data").waitFor();
		expect([isAnew, new URL(page.url()).pathname]).toEqual([true, "/data"]);
	});

	test("nothing was complained about", () => {
		expect(browser.complaints).toEqual([]);
	});
});
