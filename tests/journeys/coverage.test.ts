// A leader looks at the demonstration: what the screen says is what the API says, and a reload says it again.
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "../../client/data/formats.ts";
import type { Coverage, Summary } from "../../planning/wire/api.ts";
import type { FlagPage } from "../../planning/wire/flagPages.ts";
import {
	type Browser,
	hasBrowser,
	layersWith,
	openBrowser,
	pictureFailures,
	withoutWebGl,
} from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";

const CATEGORY = "COM-MKT";
const SLOW_MS = 60_000;

describe.skipIf(!hasBrowser())("coverage in a real browser", () => {
	let url: string;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1280, height: 800 });
		page = browser.page;
		page.setDefaultTimeout(SLOW_MS);
	}, 180_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});
	afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }));

	const seen = (id: string): Locator => page.getByTestId(id);
	const ask = async <T>(path: string): Promise<T> => {
		const response = await page.request.get(`${url}/api/${path}`);
		expect(response.status()).toBe(200);
		return (await response.json()) as T;
	};
	const textOf = async (id: string) => ((await seen(id).textContent()) ?? "").replace(/\s/g, "");
	/** The map has drawn everything it was given. */
	const mapIsIdle = () => page.waitForSelector('[data-testid="map"][data-idle="true"]');

	test("one click signs in and the demonstration's coverage is on the map", async () => {
		await page.goto(url);
		await seen("role-leader").waitFor();
		await browser.picture("sign-in");
		await seen("role-leader").click();
		await seen("headline-coverage").waitFor();
		await mapIsIdle();
		await browser.picture("coverage-units");
		expect(await page.getByText("示例数据").count()).toBeGreaterThan(0);
		expect(await page.getByText("示意图").count()).toBeGreaterThan(0);
	});

	test("another category shows the figures of the API", async () => {
		await seen(`category-${CATEGORY}`).click();
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=all`);
		const [whole] = rows;
		await expect.poll(() => textOf("headline-coverage")).toContain(`${whole.pct?.toFixed(1)}%`);
		const beyond = ((whole.total - whole.covered) / 10_000).toFixed(2);
		expect(await textOf("headline-beyond")).toContain(`${beyond}万`);
		const summary = await ask<Summary>("summary");
		const share = (summary.categories[CATEGORY].coveredResidentsAny / summary.residents) * 100;
		expect(await textOf(`category-${CATEGORY}`)).toContain(share.toFixed(1));
	});

	test("the ranking says of each street what the API says", async () => {
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=street`);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			const line = (await seen(`ranking-${row.unitCode}`).textContent()) ?? "";
			expect(line).toContain(row.unitName);
			expect(line).toContain(row.pct?.toFixed(1));
			expect(line).toContain(formatCount(row.total - row.covered));
		}
	});

	test("a figure opens to where it comes from", async () => {
		await seen("headline-coverage").click();
		await seen("provenance").waitFor();
		const summary = await ask<Summary>("summary");
		expect(await textOf("provenance")).toContain(formatCount(summary.residents));
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=all`);
		expect(await textOf("provenance")).toContain(`未接入${formatCount(rows[0].notAttached)}人`);
		await page.keyboard.press("Escape");
		await seen("provenance").waitFor({ state: "hidden" });
	});

	test("a finding flies to its place and opens its evidence", async () => {
		const { flags } = await ask<FlagPage>(`flags?category=${CATEGORY}&limit=1`);
		const wanted = flags[0] as FlagPage["flags"][number];
		await seen("flag-row").first().click();
		await seen("flag-evidence").waitFor();
		expect(await textOf("flag-residents")).toBe(formatCount(wanted.residents));
		await expect.poll(() => new URL(page.url()).searchParams.get("flag")).toBe(wanted.id);
		await expect
			.poll(() => {
				const [lon, lat] = (new URL(page.url()).searchParams.get("at") ?? "0,0")
					.split(",")
					.map(Number);
				return Math.hypot(lon - wanted.at[0], lat - wanted.at[1]);
			})
			.toBeLessThan(0.03);
		await mapIsIdle();
		await browser.picture("finding");
	});

	test("a reload shows the same view and the same figures", async () => {
		const before = { url: page.url(), people: await textOf("flag-residents") };
		await page.reload();
		await seen("flag-evidence").waitFor();
		await expect.poll(() => textOf("flag-residents")).toBe(before.people);
		await mapIsIdle();
		expect(page.url()).toBe(before.url);
		await seen("panel-back").click();
	});

	test("by place, hexagons lie under borders and labels", async () => {
		await page.goto(`${url}/?category=${CATEGORY}&reading=places`);
		await mapIsIdle();
		const order = await layersWith(page, "hexes");
		const hexes = order.indexOf("hexes");
		expect(hexes).toBeLessThan(order.indexOf("committee-border"));
		expect(hexes).toBeLessThan(order.indexOf("unit-label"));
		await browser.picture("coverage-places");
	});

	test("map and ranking choose the same unit, and its card opens", async () => {
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&mode=any&level=street`);
		const [row] = rows;
		await seen(`ranking-${row.unitCode}`).click();
		expect(await seen("unit-hover").textContent()).toContain(row.unitName);
		await seen("open-unit").click();
		await seen("unit-card").waitFor();
		await expect.poll(() => seen("unit-card").textContent()).toContain(row.unitCode);
		await browser.picture("unit-card");
	});

	test("the search goes to a unit by name and to coordinates in either order", async () => {
		await page.goto(url);
		await mapIsIdle();
		await page.keyboard.press("/");
		await page.keyboard.type("30.92, 120.61");
		await page.getByText("120.61000, 30.92000").waitFor();
		await page.keyboard.press("Enter");
		await expect.poll(() => new URL(page.url()).searchParams.get("at")).not.toBeNull();
		const { rows } = await ask<Coverage>(`coverage?category=${CATEGORY}&level=street`);
		await page.keyboard.press("/");
		await page.keyboard.press("Control+A");
		await page.keyboard.type(rows[0].unitName);
		await page.locator(".search-row", { hasText: rows[0].unitName }).first().waitFor();
		await page.keyboard.press("Enter");
		await expect
			.poll(() => new URL(page.url()).searchParams.get("unit"))
			.toBe(`street:${rows[0].unitCode}`);
	});

	test("the tables are linked with the map and can be handed on", async () => {
		await seen("go-tables").click();
		await seen("tables").waitFor();
		const href = (await seen("export").getAttribute("href")) ?? "";
		const file = await page.request.get(new URL(href, url).href);
		expect(file.status()).toBe(200);
		expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
		const row = page.locator(".ant-table-row").nth(3);
		const key = ((await row.getAttribute("data-row-key")) ?? "").replace(" ", ":");
		await row.click();
		await expect.poll(() => new URL(page.url()).searchParams.get("unit")).toBe(key);
		await expect.poll(() => row.getAttribute("aria-pressed")).toBe("true");
		await mapIsIdle();
		await browser.picture("tables");
	});

	test("English is complete and the dark theme draws", async () => {
		await page.goto(`${url}/?lang=en&category=${CATEGORY}`);
		await seen("theme").click();
		await mapIsIdle();
		expect(await seen("analysis").textContent()).toContain("Findings");
		await browser.picture("dark-english");
		await seen("theme").click();
		await seen("language").click();
	});

	test("while an analysis runs, the progress is said and the last figures stay", async () => {
		await page.route("**/api/coverage*", (route) =>
			route.fulfill({ status: 202, json: { status: "running", progressPct: 42 } }),
		);
		await page.goto(url);
		await page.getByText("正在计算 42%").waitFor();
		await browser.picture("state-running");
		await page.unrouteAll();
		await expect.poll(() => textOf("headline-coverage")).toContain("%");
	});

	test("a read that fails says so in its place and can be tried again", async () => {
		const words = { zh: "服务器出错，已记下。", en: "The server failed; it is logged." };
		await page.route("**/api/flags*", (route) =>
			route.fulfill({ status: 500, json: { error: { code: "internal", message: words } } }),
		);
		await page.goto(url);
		await page.getByText(words.zh).waitFor();
		await browser.picture("state-error");
		await page.unrouteAll();
		await page.getByRole("button", { name: "重试" }).click();
		await seen("flag-row").first().waitFor();
	});

	test("while the server is away a thin band says so, and it goes when the server is back", async () => {
		await page.route("**/api/**", (route) => route.abort());
		await seen("category-EDU-PRI").click();
		await page.getByText("连不上服务器，画面是上一次的结果").waitFor();
		await browser.picture("state-away");
		await page.unrouteAll();
		await page.getByText("连不上服务器，画面是上一次的结果").waitFor({ state: "detached" });
		await expect.poll(() => textOf("headline-coverage")).toContain("%");
	});

	test("without WebGL the map's place says so and the figures stay", async () => {
		await withoutWebGl(page);
		await page.goto(url);
		await page.getByText("没有 WebGL 2").waitFor();
		expect(await textOf("headline-coverage")).toContain("%");
		await browser.picture("state-no-webgl");
	});

	test("signing out leads back to the sign-in page", async () => {
		await seen("account").click();
		await page.getByText("退出").click();
		await seen("role-leader").waitFor();
	});

	test("the page never complained", () => {
		expect(
			browser.complaints.filter((words) => !/ERR_FAILED|AJAXError|Failed to fetch/.test(words)),
		).toEqual([]);
	});
});
