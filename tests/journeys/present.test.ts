// A leader keeps views, gives them to others by a link, and shows them one after another on the whole screen.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Snapshots } from "../../planning/wire/figuresApi.ts";
import type { SavedView } from "../../planning/wire/savedViews.ts";
import { type Browser, hasBrowser, openBrowser, pictureFailures } from "./browser.ts";
import { sharedDemonstration } from "./demonstration.ts";
import { goInPage } from "./goInPage.ts";

/** Two browsers draw the map in software. */
const SLOW = { timeout: 180_000 };
const MARKETS = "/?category=COM-MKT&level=committee";
const SCHOOLS = "/?category=EDU-PRI&who=children&limit=12";

describe.skipIf(!hasBrowser())("sharing and presenting in a real browser", SLOW, () => {
	let url: string;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		url = await sharedDemonstration();
		browser = await openBrowser({ width: 1440, height: 900 });
		page = browser.page;
		page.setDefaultTimeout(60_000);
		await page.goto(url);
		await page.getByTestId("role-leader").click();
		await page.getByTestId("headline-coverage").waitFor();
	}, 180_000);
	pictureFailures(() => browser);
	afterAll(async () => {
		await browser?.close();
	});

	const seen = (id: string): Locator => page.getByTestId(id);
	const textOf = async (what: Locator) => ((await what.textContent()) ?? "").replace(/\s/g, "");
	const inAddress = (key: string) => new URL(page.url()).searchParams.get(key);
	const views = async () =>
		((await (await page.request.get(`${url}/api/views`)).json()) as { views: SavedView[] }).views;
	const cityIsDrawn = async () => {
		await seen("headline-coverage").waitFor();
		await page.waitForSelector('[data-testid="map"][data-idle="true"]');
	};
	const open = async (address: string) => {
		await page.goto(url + address);
		await cityIsDrawn();
	};
	const follow = async (address: string) => {
		await goInPage(page, address);
		await cityIsDrawn();
	};
	const keep = async (address: string, title: string, caption: string) => {
		await open(address);
		await seen("share").click();
		await seen("view-title").fill(title);
		await seen("view-caption").fill(caption);
		await seen("view-keep").click();
		await seen("view-kept").waitFor();
	};
	/** As a colleague in a browser that has never been here. */
	const asColleague = async (name: string, act: (page: Page) => Promise<void>) => {
		const other = await openBrowser({ width: 1440, height: 900 });
		other.page.setDefaultTimeout(60_000);
		const data = { name, password: name };
		const headers = { origin: url };
		await other.page.request.post(`${url}/api/session`, { data, headers });
		await act(other.page).finally(other.close);
	};

	test("a shared link shows a colleague the same figures and the same map", async () => {
		await open(SCHOOLS);
		const zoom = () => Number(inAddress("at")?.split(",")[2]);
		const before = zoom();
		await page.getByRole("button", { name: "放大" }).click();
		await expect.poll(zoom).toBeCloseTo(before + 1, 1);
		const coverage = await textOf(seen("headline-coverage"));
		const beyond = await textOf(seen("headline-beyond"));
		await seen("share").click();
		const link = await seen("share-link").inputValue();
		// shared at once after the map has moved, the link has where it is and not where it was
		expect(new URL(link).searchParams.get("at")).toBe(inAddress("at"));
		expect(new URL(link).searchParams.get("snapshot")).toMatch(/^[0-9a-f]{12}$/);
		await browser.picture("share");
		await asColleague("planner", async (other) => {
			await other.goto(link);
			await expect.poll(() => textOf(other.getByTestId("headline-coverage"))).toBe(coverage);
			expect(await textOf(other.getByTestId("headline-beyond"))).toBe(beyond);
			await other.waitForSelector('[data-testid="map"][data-idle="true"]');
			expect(new URL(other.url()).searchParams.get("at")).toBe(inAddress("at"));
		});
	});

	test("where the browser keeps its clipboard to itself, the link is selected", async () => {
		await page.evaluate(() => {
			Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
		});
		await seen("share-link-copy").click();
		await page.getByText("按 Ctrl C").waitFor();
		const selected = await page.evaluate(() => window.getSelection()?.toString());
		expect(selected).toBe(await seen("share-link").inputValue());
	});

	test("with nothing kept, the view that is looked at is the only page", async () => {
		await open(MARKETS);
		const coverage = await textOf(seen("headline-coverage"));
		await page.keyboard.press("p");
		await seen("slide-card").waitFor();
		expect(await textOf(seen("slide-place"))).toBe("1/1");
		expect(coverage).toContain(await textOf(seen("slide-coverage")));
		expect(await page.locator(".header").count()).toBe(0);
		await page.keyboard.press("ArrowRight");
		expect(await textOf(seen("slide-place"))).toBe("1/1");
		await page.keyboard.press("Escape");
		await seen("headline-coverage").waitFor();
		expect(inAddress("category")).toBe("COM-MKT");
	});

	test("kept views are pages, turned by arrow keys, with what is said about them", async () => {
		await keep(MARKETS, "菜市场", "东片缺口最大。");
		await keep(SCHOOLS, "小学", "十二分钟以内。");
		await open("/");
		await seen("present-start").click();
		await expect.poll(() => textOf(seen("slide-place"))).toBe("1/3");
		await page.keyboard.press("ArrowRight");
		await page.getByText("东片缺口最大。").waitFor();
		expect(inAddress("category")).toBe("COM-MKT");
		await expect.poll(() => textOf(seen("slide-coverage"))).toContain("%");
		await page.waitForSelector('[data-testid="map"][data-idle="true"]');
		await browser.picture("presentation");
		await page.keyboard.press(" ");
		await page.getByText("十二分钟以内。").waitFor();
		await page.keyboard.press("ArrowRight");
		expect(await textOf(seen("slide-place"))).toBe("3/3");
		await page.keyboard.press("Home");
		await expect.poll(() => textOf(seen("slide-place"))).toBe("1/3");
		await page.keyboard.press("End");
		await expect.poll(() => textOf(seen("slide-place"))).toBe("3/3");
		await page.reload();
		await page.getByText("十二分钟以内。").waitFor();
	});

	test("the order is changed by keyboard, and a view is named anew, shared and removed", async () => {
		const [first, second] = await views();
		await seen("manage").click();
		await page.getByRole("button", { name: "“小学”上移" }).focus();
		await page.keyboard.press("Enter");
		await expect
			.poll(async () => (await views()).map(({ id }) => id))
			.toEqual([second.id, first.id]);
		const title = seen(`own-view-${second.id}`).getByRole("textbox", { name: "名称" });
		await title.fill("小学十二分钟");
		await title.press("Enter");
		await expect.poll(async () => (await views())[0].title).toBe("小学十二分钟");
		await page.getByRole("switch", { name: "让同事看“菜市场”" }).click();
		await expect.poll(async () => (await views())[1].isShared).toBe(true);
		await browser.picture("presentation-arranged");
		await page.keyboard.press("Escape");
		await expect.poll(() => textOf(seen("slide-card"))).toContain("小学十二分钟");
	});

	test("a link to a view opens it, or says who may see it, or that it is gone", async () => {
		const [own, shared] = await views();
		await asColleague("planner", async (other) => {
			await other.goto(`${url}/views/${shared.id}`);
			await other.getByTestId("headline-coverage").waitFor();
			expect(new URL(other.url()).searchParams.get("category")).toBe("COM-MKT");
			await other.goto(`${url}/views/${own.id}`);
			await other.getByText("只有它的主人能看").waitFor();
			await other.getByRole("button", { name: "回到覆盖总览" }).click();
			await other.getByTestId("headline-coverage").waitFor();
		});
		await page.request.delete(`${url}/api/views/${own.id}`, {
			headers: { origin: url },
		});
		await page.goto(`${url}/views/${own.id}`);
		await page.getByText("这个视图已经没有了").waitFor();
		await goInPage(page, "/views/west");
		await page.getByText("链接不完整").waitFor();
	});

	test("an older snapshot is chosen, marked as old wherever it is read, and left again", async () => {
		const answer = await page.request.get(`${url}/api/snapshots?profile=adult`);
		const { snapshots } = (await answer.json()) as Snapshots;
		const old = snapshots.find(({ isCurrent, run }) => !isCurrent && run.status === "done");
		if (old === undefined) throw new Error("The demonstration has no older snapshot.");
		await follow("/");
		await seen("snapshot-picker").click();
		await seen(`snapshot-${old.number}`).click();
		await expect.poll(() => inAddress("snapshot")).toBe(old.hash.slice(0, 12));
		await expect.poll(() => textOf(seen("snapshot-picker"))).toContain(`v${old.number}`);
		await seen("standing-note").waitFor();
		await browser.picture("snapshot-old");
		await seen("go-tables").click();
		await seen("snapshot-old").first().getByRole("button", { name: "更新" }).click();
		await expect.poll(() => inAddress("snapshot")).toBeNull();
	});

	test("a link whose snapshot is not here says so and leads to the current one", async () => {
		await page.goto(`${url}/?snapshot=ffffffffffff&category=COM-MKT`);
		await seen("snapshot-missing").waitFor();
		await page.getByRole("button", { name: "打开现行基准" }).click();
		await seen("headline-coverage").waitFor();
		expect(inAddress("category")).toBe("COM-MKT");
	});

	test("the numbers change the workspace in the order of the header", async () => {
		await follow(MARKETS);
		await page.keyboard.press("4");
		await seen("tables").waitFor();
		await page.keyboard.press("3");
		await seen("data").waitFor();
		await page.keyboard.press("2");
		await seen("plans").waitFor();
		await page.keyboard.press("1");
		await seen("headline-coverage").waitFor();
		expect(inAddress("category")).toBe("COM-MKT");
	});

	test("the page never complained", () => {
		expect(browser.complaints).toEqual([]);
	});
});
