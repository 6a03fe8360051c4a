// A leader reads a unit's page and the matrices; a planner records what no layer holds.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "../../client/data/formats.ts";
import type { Matrix } from "../../planning/wire/figuresApi.ts";
import type { UnitPage } from "../../planning/wire/unitPage.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";

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
		await page.goto(url + address);
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
		// once more where answers that came meanwhile drew the grid anew under the keys
		await expect
			.poll(async () => {
				if (inAddress("unit") !== null) return inAddress("unit");
				await first.focus();
				for (const key of ["End", "Control+End", "Enter"]) await page.keyboard.press(key);
				await page.waitForTimeout(500);
				return inAddress("unit");
			})
			.not.toBeNull();
		await seen("headline-coverage").waitFor();
		expect([inAddress("level"), inAddress("unit")?.split(":")[0]]).toEqual([
			"committee",
			"committee",
		]);
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

	test("nothing was complained about", () => {
		expect(browser.complaints).toEqual([]);
	});
});
